# R's Farrington Flexible on the series of farrington.bench.ts: Rscript farrington-peer.R FILE WEEKS
suppressMessages(library(surveillance))
words <- commandArgs(TRUE)
series <- as.matrix(read.table(words[1]))
judged <- (ncol(series) - as.integer(words[2]) + 1):ncol(series)
control <- list(range = judged, b = 5, w = 3, noPeriods = 10, pastWeeksNotIncluded = 26, weightsThreshold = 2.58,
  pThresholdTrend = 1, thresholdMethod = "nbPlugin", alpha = 0.005, glmWarnings = FALSE)
seconds <- system.time(found <- suppressWarnings(farringtonFlexible(sts(observed = t(series), frequency = 52), control)))
cat(sprintf("seconds %.3f alarms %d\n", seconds[["elapsed"]], sum(alarms(found), na.rm = TRUE)))
