// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/public_rounds.hpp"

#include "app/installation/change.hpp"

namespace smm::app {
namespace {

using assessment::RoundState;

PublicRound shown_to_all(Records& records, const assessment::Round& round, base::Instant now) {
  return {round.code,
          round.title,
          round.edition,
          round.zone,
          records.campaign.text(round.id, std::string(first_day_text)).value_or(""),
          round.last_day,
          round.state == RoundState::open && now <= round.closes,
          round.professions};
}

}  // namespace

base::Result<std::vector<PublicRound>> public_rounds(Installation& installation) {
  const base::Instant now = installation.clock.now();
  return look<std::vector<PublicRound>>(installation.database,
                                        [&](Records& records) -> base::Result<std::vector<PublicRound>> {
                                          std::vector<PublicRound> rounds;
                                          for (const auto& round : records.rounds.all())
                                            if (round.state != RoundState::draft && !round.practice)
                                              rounds.push_back(shown_to_all(records, round, now));
                                          return rounds;
                                        });
}

}  // namespace smm::app
