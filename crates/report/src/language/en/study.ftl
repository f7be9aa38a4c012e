# The report of a study, and where figures come from.
study-claims = What was said, and what can be said about it
study-claims-short = What was said
study-contents = contents
study-made-by = Made by
study-footer = Sums are in US dollars of the price years named; no charge is inflated. CO2e is well-to-wheel. Times hold no queue unless a line says so.
study-answered-in = Answered in
study-stands-in = It stands in
study-other-sources = Other sources on the same
study-time-and-distance = Time and distance, cheapest way of each
study-every-way = Every way worth taking
study-variant = { $variant }: ways and cost sheets
count-places = { $count ->
        [one] place
       *[other] places
    }
count-links = { $count ->
        [one] link
       *[other] links
    }
count-figures = { $count ->
        [one] figure with a citation
       *[other] figures with a citation
    }
count-sources = { $count ->
        [one] source
       *[other] sources
    }
count-assumed = { $count ->
        [one] of the figures assumed or taken from elsewhere
       *[other] of the figures assumed or taken from elsewhere
    }

## Heads.
head-value = value
head-as-of = as of
head-source = source
head-cheapest-usd = cheapest, USD
head-its-time = its time
head-fastest = fastest
head-its-usd = its USD
head-least-co2e = least kg CO2e
head-more = more
head-group = group
head-read = read
head-computed = computed
head-proxy = proxy
head-assumed = assumed
head-uncited = no citation
head-weight = weight in the answers
head-sourced = read or computed, weighted
head-figure = figure
head-method = method
head-moves-all = moves all answers
head-moves-most = moves most
head-why = why, and sources

## Sources.
sources-title = What the figures rest on
sources-lead = Weighted by what it does to the answers of this study, { $share } of the figures are read in a source or computed from sources; the rest is taken from elsewhere (proxy) or assumed, each with its range and reason.
sources-stale = { $count ->
        [one] { $count } fact in use is older than { $days } days.
       *[other] { $count } facts in use are older than { $days } days.
    }
sources-unused = one per cent more hardly moves an answer
sources-first = What should be found out first
sources-order = Figures in the order of what they do to the answers from their low to their high end.
sources-written = Reasons and the texts of tables and sources stand in the language in which they were written.

## Print.
print-folded = folded away in print; it stands on screen in this file
print-hint = Print leaves folded parts out and says where they stand; a part that is unfolded is printed.
print-whole = Print folded parts too
