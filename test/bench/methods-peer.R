# The fastest references of R on the input of methods.bench.ts: Rscript methods-peer.R FOLDER
# Prints one line a method: name, seconds of the processor, a number to check against ours.
folder <- commandArgs(TRUE)[1]
say <- function(name, seconds, check) cat(sprintf("%s %.4f %.10g\n", name, seconds, check))
spent <- function(f) sum(system.time(f())[c("user.self", "sys.self")])
best <- function(f) min(sapply(1:5, function(i) spent(f)))

if (requireNamespace("spdep", quietly = TRUE)) {
  suppressMessages(library(spdep))
  counts <- scan(file.path(folder, "cells.txt"), quiet = TRUE)
  side <- as.integer(sqrt(length(counts)))
  build <- function() nb2listw(include.self(cell2nb(side, side, type = "queen")), style = "B")
  built <- spent(build)
  weights <- build()
  say("gi-built", built, length(counts))
  z <- as.numeric(localG(counts, weights))
  say("gi", best(function() localG(counts, weights)), max(abs(z)))
}
if (requireNamespace("spatstat.explore", quietly = TRUE)) {
  suppressMessages(library(spatstat.explore))
  points <- as.matrix(read.table(file.path(folder, "points.txt")))
  window <- spatstat.geom::owin(range(points[, 1]) + c(-500, 500), range(points[, 2]) + c(-500, 500))
  pattern <- suppressWarnings(spatstat.geom::ppp(points[, 1], points[, 2], window))
  # spatstat names a kernel by its standard deviation: that of the quartic is a radius over sqrt(8).
  run <- function() density(pattern, sigma = 400 / sqrt(8), kernel = "quartic", edge = FALSE, dimyx = 256)
  surface <- suppressWarnings(run())
  say("density", best(function() suppressWarnings(run())), max(surface$v) * 1e6)
}
if (requireNamespace("dbscan", quietly = TRUE)) {
  points <- as.matrix(read.table(file.path(folder, "points.txt")))
  found <- dbscan::dbscan(points, eps = 100, minPts = 30)
  say("clusters", best(function() dbscan::dbscan(points, eps = 100, minPts = 30)), max(found$cluster))
}
series <- as.matrix(read.table(file.path(folder, "seasonal.txt")))
decompose <- function() apply(series, 1, function(y) mean(stl(ts(y, frequency = 52), s.window = "periodic", robust = TRUE)$time.series[, "trend"]))
say("season", best(decompose), mean(decompose()))
