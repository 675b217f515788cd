"""Numbers, sizes of files and dates as the language of the window writes them; the only place that formats them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def number_words(value: float, decimals: int | None = None) -> str:
    """A number with the language's own signs.

    Args:
        value: to write.
        decimals: places behind the decimal sign; by default none for whole numbers and one for others.
    """
    if decimals is None:
        decimals = 0 if isinstance(value, int) else 1
    return QLocale().toString(round(value)) if not decimals else QLocale().toString(float(value), "f", decimals)


def size_words(count: int) -> str:
    """Bytes of a file as a person reads them: “640 bytes”, “412 kB”, “3.9 MB”, “8 MB”. 1 kB is 1000 bytes."""
    if count < 1000:
        return QCoreApplication.translate("Quantities", "%n byte(s)", "", count)
    if count < 999_500:
        return _tr("{size} kB").format(size=number_words(round(count / 1e3)))
    if count < 999_950_000:
        return _tr("{size} MB").format(size=_short(count / 1e6))
    return _tr("{size} GB").format(size=_short(count / 1e9))


def memory_words(megabytes: float) -> str:
    """Memory that a program takes, as coarse as it is known: “0.4 GB”, “1.2 GB”, “12 GB”. 1 GB is 10⁹ bytes."""
    gigabytes = max(0.1, round(megabytes / 1e3, 1))
    return _tr("{size} GB").format(size=number_words(gigabytes, 0) if gigabytes >= 10 else _short(gigabytes))


def seconds_words(seconds: float) -> str:
    """A measured duration, to a tenth of a second: “1.4 s”."""
    return _tr("{seconds} s").format(seconds=number_words(seconds, 1))


def date_words(iso: str) -> str:
    """A day that is kept as YYYY-MM-DD, as the language writes it; anything else stays as it is."""
    day = QDate.fromString(iso, "yyyy-MM-dd")
    # A day's pattern for QLocale; in English the order of the international standard, which nobody reads wrongly.
    return QLocale().toString(day, _tr("yyyy-MM-dd")) if day.isValid() else iso


def _short(value: float) -> str:
    return number_words(value, 0 if round(value, 1) == round(value) else 1)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Quantities", words)
