"""Photos in, candidates out. The only home of numpy, OpenCV, Pillow, onnxruntime and torch."""
