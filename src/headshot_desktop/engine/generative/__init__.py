"""The Generative engine: diffusion pipelines from model packs, in a process of their own."""
