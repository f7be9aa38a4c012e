# Differences that rest on draws or replications which all sides share.
together-sample = Ағын көрсеткіштерінің төменгі және жоғарғы мәндері: { $parameters } болжам және ұқсастықпен алынған көрсеткіштің { $draws } іріктемесі, барлық тарапқа бірдей; бастапқы сан { $seed }, жауапсыз { $failed }.
together-sign = Төменгі және жоғарғы мәндер нөлдің бір жағында жатса, таңба сенімді; әйтпесе осы таңбалы іріктемелердің үлесі айтылады.
together-sure = сенімді
together-share = іріктемелердің { $share }
together-simulated = Кезектермен, ауа райымен және кемелермен: { $first } – { $last }, барлық тарапқа бірдей кездейсоқтықпен { $replications } қайталау, бастапқы сан { $seed }
together-interval = +- – 95 % аралықтың жартысы; айырма қайталау сайын алынады, аралығына нөл кірмесе, ол сенімді.
head-together-figure = көрсеткіш
head-together-unit = бірлік
head-together-worth = іріктемелер бойынша жылдық пайда, USD
