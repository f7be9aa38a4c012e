# Differences that rest on draws or replications which all sides share.
together-sample = Low and high of the flow's figures: { $draws } draws of { $parameters } assumed and proxy figures, the same on all sides; seed { $seed }, { $failed } without an answer.
together-sign = A sign is sure where low and high lie on one side of nothing; else the share of the draws that have it is told.
together-sure = sure
together-share = { $share } of the draws
together-simulated = With queues, weather and ships: { $first } to { $last }, { $replications } replications with the same luck on all sides, seed { $seed }
together-interval = +- is half of the interval of 95 %; a difference is taken replication by replication, and sure where its interval leaves out nothing.
head-together-figure = figure
head-together-unit = unit
head-together-worth = worth a year over the draws, USD
