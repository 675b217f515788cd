"""Behaviour that every implementation of an interface must show; inherited by the tests of each."""
