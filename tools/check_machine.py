"""Say in one sentence what this machine lacks. Run by the Makefile before and after installing; any Python 3 can."""

import importlib
import sys

LIBRARIES = ("cryptography", "cv2", "keyring", "numpy", "onnxruntime", "pi_heif", "PIL", "platformdirs", "torch")


def before() -> "str | None":
    """What must be there to make an environment; None when all is."""
    if sys.version_info < (3, 11):
        return "This program needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2]
    for name in ("venv", "ensurepip"):
        try:
            importlib.import_module(name)
        except ImportError:
            return "Python's module %s is missing; on Debian and Ubuntu install the package python3-venv." % name
    return None


def after() -> "str | None":
    """What must be importable once everything is installed; None when all is."""
    for name in LIBRARIES:
        try:
            importlib.import_module(name)
        except ImportError as error:
            return "The library %s does not load on this machine: %s. Install the system library that it names." % (
                name,
                error,
            )
    return None


if __name__ == "__main__":
    complaint = before() if sys.argv[1:] == ["before"] else after()
    if complaint:
        sys.exit(complaint)
