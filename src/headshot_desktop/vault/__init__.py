"""The encrypted vault for pictures: sealed objects, keys in the system's keyring, and their wipe."""
