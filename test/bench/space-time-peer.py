"""The references of space-time.bench.ts: /usr/bin/python3 space-time-peer.py FOLDER

Prints one line a method: name, seconds of the processor, a number to check against ours.
"""
import sys
import time
import numpy as np

folder = sys.argv[1]


def say(name, run, runs=3):
    best, check = float("inf"), 0.0
    for _ in range(runs):
        start = time.process_time()
        check = run()
        best = min(best, time.process_time() - start)
    print(name, f"{best:.4f}", f"{float(check):.10g}", flush=True)


def knox():
    x, y, day = np.loadtxt(f"{folder}/events.csv", delimiter=",", unpack=True)
    xy, day = np.column_stack((x, y)), day.astype(np.int32)
    pairs = cKDTree(xy).query_pairs(400, output_type="ndarray")
    first, second = pairs[:, 0].copy(), pairs[:, 1].copy()
    far = np.digitize(np.hypot(*(xy[first] - xy[second]).T), [0, 100, 200, 300, 400])

    def count(moments):
        apart = np.abs(moments[first] - moments[second])
        near = apart <= 28
        return np.bincount(far[near] * 4 + np.digitize(apart[near], [7, 14, 21], right=True), minlength=20)

    random, observed = np.random.default_rng(1), count(day)
    reached = np.zeros(observed.shape)
    for _ in range(999):
        reached += count(random.permutation(day)) >= observed
    return observed.sum()


def scan():
    table = np.loadtxt(f"{folder}/town.csv", delimiter=",")
    xy, counts = table[:, :2], table[:, 2:].astype(int)
    places, weeks = counts.shape
    longest, total = weeks // 2, counts.sum()
    order = np.argsort(np.hypot(*(xy[:, None, :] - xy[None, :, :]).transpose(2, 0, 1)), axis=1)
    own, recent = counts.sum(axis=1), np.cumsum(counts.sum(axis=0)[::-1])[:longest]
    circles = []
    for center in range(places):
        size = np.cumsum(own[order[center]])
        kept = int(np.searchsorted(size, 0.5 * total, side="right"))
        if kept:
            circles.append((order[center][:kept], size[:kept, None] * recent / total))

    def highest(table):
        last = np.cumsum(table[:, ::-1], axis=1)[:, :longest]
        best = 0.0
        for members, expected in circles:
            inside = np.cumsum(last[members], axis=0)
            rises = (inside > expected) & (inside > 1)
            c, e = inside[rises], expected[rises]
            if len(c):
                best = max(best, float((c * np.log(c / e) + (total - c) * np.log((total - c) / (total - e))).max()))
        return best

    random = np.random.default_rng(1)
    place, week = np.repeat(np.arange(places), own), np.concatenate([np.repeat(np.arange(weeks), row) for row in counts])
    for _ in range(99):
        fresh = np.bincount(place * weeks + random.permutation(week), minlength=places * weeks)
        highest(fresh.reshape(places, weeks))
    return highest(counts)


try:
    from scipy.spatial import cKDTree
    say("knox", knox, 1)
    from sklearn.cluster import DBSCAN
    points = np.loadtxt(f"{folder}/points.csv", delimiter=",")
    say("dbscan", lambda: DBSCAN(eps=100, min_samples=30).fit(points).labels_.max() + 1)
except ImportError as missing:
    print(missing, file=sys.stderr)
say("scan", scan)
