# What happened day by day, and what was seen in those days.
happens-title = What happens, { $first } to { $last }
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } t ({ $row })
happens-seen = What was seen, and what comes out
chart-ready = ready
chart-aboard = aboard
chart-ashore = ashore
chart-arrived = arrived
chart-fan-mark = { $place }, { $deed }: { $km } km, { $days } ({ $low } to { $high })
