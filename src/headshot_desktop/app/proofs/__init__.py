"""Proofs that a person can run on their own machine: each tries to break a promise, and shows that it could see it."""
