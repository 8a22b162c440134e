"""Pairs of points and areas by shapely, vectorized: python3 join-peer.py FOLDER. The points are in arrays already when
the clock starts; making the areas is inside the time."""
import json
import sys
import time

import numpy as np
import shapely
from shapely.geometry import shape

folder = sys.argv[1]
areas = json.load(open(f"{folder}/areas.json"))
x, y = np.loadtxt(f"{folder}/points.csv", delimiter=",", unpack=True)

started = time.perf_counter()
shapes = [shape(a) for a in areas]
if int(shapely.__version__.split(".")[0]) >= 2:
    pairs = shapely.STRtree(shapes).query(shapely.points(x, y), predicate="covered_by").shape[1]
else:
    # shapely 1.8: the prepared areas one by one over the points in their box, found by halving sorted longitudes.
    from shapely import vectorized

    order = np.argsort(x)
    x, y, pairs = x[order], y[order], 0
    for s in shapes:
        west, south, east, north = s.bounds
        low, high = np.searchsorted(x, [west, east], side="left")
        xs, ys = x[low:high], y[low:high]
        near = (ys >= south) & (ys <= north)
        pairs += int(vectorized.contains(s, xs[near], ys[near]).sum())
print(f"pairs {pairs} seconds {time.perf_counter() - started:.4f}")
