# What happened day by day, and what was seen in those days.
happens-title = What happens, { $first } to { $last }
happens-asked = { $count ->
    [one] one replication
   *[other] { $count } replications
  }, seed { $seed }
happens-fans = How long it takes
happens-fans-key = Distance to the right, days upwards; line = half of the lots, band = eight in ten.
happens-fan = { $from } - { $to }, { $cargo }, { $tonnes } t ({ $row })
happens-eight-in-ten = ; eight in ten lots { $low } to { $high } days
happens-in-time = ; { $share } in time
happens-queues = Where they queue
happens-queues-key = Mean of each week; band = nine replications in ten.
happens-queue = { $service }: pieces waiting at { $place }
happens-unsettled = ; it does not settle, and no mean holds beyond this run
happens-storms = Storms
happens-storms-key = Days on which weather closes the ports, first replication
happens-seen = What was seen, and what comes out
happens-score = { $hits } of { $total } observations hit; the value before would have hit { $naive } of { $naives }. { $others } observations of these days are not told by the run.
happens-missed = How the missed ones are taken, and what most likely makes them miss:
happens-no-tolerance = no tolerance
head-observation = observation
head-last-time = before
chart-month = month
chart-km = { $km } km
chart-ready = ready
chart-aboard = aboard
chart-ashore = ashore
chart-arrived = arrived
chart-fan-mark = { $place }, { $deed }: { $km } km, { $days } ({ $low } to { $high })
chart-closed = { $region }: closed { $days } from day { $day }
