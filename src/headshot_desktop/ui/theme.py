"""Colours, spacing and style sheet of the window, light and dark after the system."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from string import Template
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from headshot_desktop.resources import resource

GRID = 8
"""Pixels (device independent) that distances are multiples of."""


@dataclass(frozen=True)
class Colours:
    """One theme; every value is `#rrggbb`. Text on its ground has a contrast of at least 4.5 : 1 (WCAG 2.2, 1.4.3)."""

    ground: str
    card: str
    raised: str
    line: str
    text: str
    quiet: str
    accent: str
    accent_pressed: str
    on_accent: str
    good: str
    good_ground: str
    warning: str
    warning_ground: str
    bad: str
    bad_ground: str


LIGHT = Colours(
    ground="#f6f7f7",
    card="#ffffff",
    raised="#eceff0",
    line="#d3d9da",
    text="#1b2426",
    quiet="#566468",
    accent="#0f6b6b",
    accent_pressed="#0a5050",
    on_accent="#ffffff",
    good="#1d6b3a",
    good_ground="#e6f4ea",
    warning="#7a4d00",
    warning_ground="#fdf3dc",
    bad="#a3261d",
    bad_ground="#fdecea",
)

DARK = Colours(
    ground="#171c1d",
    card="#20272a",
    raised="#2b3437",
    line="#3c474b",
    text="#e9eeef",
    quiet="#a5b3b7",
    accent="#4fb3b3",
    accent_pressed="#7fcaca",
    on_accent="#0d1718",
    good="#79cf97",
    good_ground="#1d3526",
    warning="#f0c46a",
    warning_ground="#3a3019",
    bad="#f3a19a",
    bad_ground="#43221f",
)

_SHEET = Template(
    """
QWidget { color: $text; }
QMainWindow, QDialog, QWidget#page, QScrollArea, QWidget#body { background: $ground; }
QLabel[role="title"] { font-size: 20pt; font-weight: 600; }
QLabel[role="heading"] { font-size: 12pt; font-weight: 600; }
QLabel[role="quiet"] { color: $quiet; }
QLabel[role="note"] { color: $accent; }
QLabel[role="good"] { color: $good; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="bad"] { color: $bad; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 8px; margin: 1px; }
QFrame[role="card"][chosen="true"] { border: 2px solid $accent; margin: 0; }
QFrame[role="card"]:hover[choice="true"] { border-color: $accent; }
QFrame[role="card"]:disabled { background: $ground; }
QLabel:disabled, QCheckBox:disabled { color: $quiet; }
QFrame[role="bar"] { background: $card; border: 0; }
QFrame[role="shield"] { background: $card; border: 0; border-top: 1px solid $line; }
QFrame[role="banner-good"] { background: $good_ground; border: 1px solid $good; border-radius: 8px; }
QFrame[role="banner-warning"] { background: $warning_ground; border: 1px solid $warning; border-radius: 8px; }
QFrame[role="banner-bad"] { background: $bad_ground; border: 1px solid $bad; border-radius: 8px; }
QPushButton { background: $card; border: 1px solid $line; border-radius: 6px; padding: 7px 16px; min-height: 18px; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $line; }
QPushButton:disabled { color: $quiet; background: $ground; }
QPushButton[role="primary"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: 600; }
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed { background: $accent_pressed; }
QPushButton[role="primary"]:disabled { background: $line; border-color: $line; color: $quiet; }
QPushButton[role="danger"] { color: $bad; border-color: $bad; }
QPushButton[role="plain"] { background: transparent; border-color: transparent; padding: 7px 8px; }
QPushButton[role="plain"]:hover { background: $raised; }
QPushButton[role="tool"] { padding: 5px 10px; }
QPushButton[role="tool"]:checked { background: $raised; border-color: $accent; color: $accent; }
QPushButton[role="step"] { text-align: left; background: transparent; border: 0; border-radius: 6px;
    padding: 10px 14px; }
QPushButton[role="step"]:hover { background: $raised; }
QPushButton[role="step"]:checked { background: $raised; color: $accent; font-weight: 600; }
QPushButton:focus { outline: 0; border: 2px solid $accent; padding: 6px 15px; }
QPushButton[role="plain"]:focus { border: 2px solid $accent; padding: 6px 7px; }
QPushButton[role="tool"]:focus { border: 2px solid $accent; padding: 4px 9px; }
QPushButton[role="step"]:focus { border: 2px solid $accent; padding: 8px 12px; }
QPushButton[role="step"][narrow="true"] { padding: 10px 7px; }
QPushButton[role="step"][narrow="true"]:focus { padding: 8px 5px; }
QFrame[role="card"]:focus { outline: 0; border: 2px solid $accent; margin: 0; }
QFrame[role="card"][chosen="true"]:focus { border: 2px solid $text; }
QSlider:focus, QCheckBox:focus, QRadioButton:focus, QListView:focus, QTreeView:focus {
    outline: 0; border: 2px solid $accent; }
QPushButton[role="primary"]:focus { border-color: $text; }
QCheckBox, QRadioButton { spacing: 8px; padding: 3px; border: 2px solid transparent; border-radius: 6px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $quiet; border-radius: 4px; background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QLineEdit, QPlainTextEdit { background: $card; border: 1px solid $line; border-radius: 6px; padding: 6px 8px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 5px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $quiet; background: $ground; }
QComboBox, QSpinBox { background: $card; border: 1px solid $quiet; border-radius: 6px; min-height: 20px;
    padding: 6px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QSpinBox QLineEdit { background: transparent; border: 0; padding: 0 8px; }
QComboBox:hover, QSpinBox:hover { background: $raised; }
QComboBox:focus, QSpinBox:focus { border: 2px solid $accent; padding: 5px 7px; }
QComboBox:disabled, QSpinBox:disabled { color: $quiet; background: $ground; border-color: $line; }
QComboBox::drop-down { border: 0; width: 28px; }
QComboBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox::down-arrow:disabled, QSpinBox::up-arrow:disabled, QSpinBox::down-arrow:disabled,
    QSpinBox::up-arrow:off, QSpinBox::down-arrow:off { image: none; }
QComboBox QAbstractItemView { background: $card; color: $text; border: 1px solid $line; padding: 4px; outline: 0;
    selection-background-color: $raised; selection-color: $accent; }
QSpinBox::up-button, QSpinBox::down-button { border: 0; width: 24px; background: transparent;
    subcontrol-origin: border; }
QSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: $line; border-radius: 4px; }
QSpinBox::up-arrow { image: url("$up"); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url("$down"); width: 10px; height: 10px; }
QCheckBox::indicator:disabled { border-color: $line; background: $ground; }
QCheckBox::indicator:checked:disabled { background: $quiet; border-color: $quiet; }
QProgressBar { background: $raised; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px;
    text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QSlider { border: 2px solid transparent; border-radius: 6px; min-height: 24px; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider[mirrored="true"]::sub-page:horizontal { background: $line; }
QSlider[mirrored="true"]::add-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -6px 0; background: $accent; border-radius: 8px; }
QSlider::handle:horizontal:disabled, QSlider::sub-page:horizontal:disabled { background: $quiet; }
QSlider[mirrored="true"]::sub-page:horizontal:disabled { background: $line; }
QSlider[mirrored="true"]::add-page:horizontal:disabled { background: $quiet; }
QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line; border-radius: 4px; margin: 1px; }
QScrollBar::handle:vertical { min-height: 24px; }
QScrollBar::handle:horizontal { min-width: 24px; }
QScrollBar::handle:hover { background: $quiet; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 16px; border-radius: 4px; }
QMenu::item:selected { background: $raised; color: $accent; }
QMenu::item:disabled { color: $quiet; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 4px; }
QScrollArea, QScrollArea:focus { border: 0; }
"""
)


_shown = LIGHT

_wearers: WeakSet[QWidget] = WeakSet()


class _Announcer(QObject):
    changed = Signal()


_announcer = _Announcer()


def colours() -> Colours:
    """The theme that is shown now."""
    return _shown


def follow(paint: Callable[[], None]) -> None:
    """Call `paint`, a method of a widget that draws in the theme's colours, now and whenever the theme changes."""
    paint()
    _announcer.changed.connect(paint)


def apply(application: QApplication) -> None:
    """Dress the application, now and whenever the system changes between light and dark."""
    application.setStyle("Fusion")
    hints = application.styleHints()
    hints.colorSchemeChanged.connect(lambda scheme: dress(application, _for(scheme)))
    dress(application, _for(hints.colorScheme()))


def _for(scheme: Qt.ColorScheme) -> Colours:
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def dress(application: QApplication, theme: Colours) -> None:
    """Show one theme."""
    global _shown  # noqa: PLW0603 - there is one application, and it wears one theme
    _shown = theme
    application.setPalette(_palette(theme))
    wearers = [part for part in _wearers if isValid(part)]
    for part in wearers:
        if part.isVisible():
            part.setStyleSheet(_sheet(theme))
    _announcer.changed.emit()
    _dress_next([part for part in wearers if not part.isVisible()], theme)


def _dress_next(hidden: list[QWidget], theme: Colours) -> None:
    """Dress what nobody sees, one part in each turn of the event loop."""
    if hidden and theme is _shown:
        part = hidden.pop()
        if isValid(part):
            part.setStyleSheet(_sheet(theme))
        QTimer.singleShot(0, lambda: _dress_next(hidden, theme))


def wear(part: QWidget) -> None:
    """Let a part of a window or a dialog follow the theme, with everything in it, its menus and its tool tips.

    The style sheet belongs to the parts and not to the application: a new one for the application takes four times as
    long for the same widgets (measured with 566 of them: 200 ms instead of 45 ms), and of the parts only those are
    waited for that are seen.
    """
    _wearers.add(part)
    part.setStyleSheet(_sheet(_shown))


def _palette(theme: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.ground,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.bad,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.quiet,
        QPalette.ColorRole.Link: theme.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet))
    for role in (QPalette.ColorRole.Button, QPalette.ColorRole.Base):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ground))
    return palette


def _sheet(theme: Colours) -> str:
    kind = "dark" if theme is DARK else "light"
    values = {entry.name: getattr(theme, entry.name) for entry in fields(theme)}
    for name in ("check", "up", "down"):
        values[name] = str(resource(f"icons/{name}-{kind}.svg")).replace("\\", "/")
    return _SHEET.substitute(values)
