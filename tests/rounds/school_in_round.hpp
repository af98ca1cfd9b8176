// SPDX-License-Identifier: Apache-2.0
// An open round with invited schools, and their deans signed in: what tests of a sheet begin with.
#pragma once

#include "app/installation/actor.hpp"
#include "app/installation/open_sheet.hpp"
#include "app/rounds/import_roster.hpp"
#include "app/rounds/invite_schools.hpp"
#include "app/rounds/manage_rounds.hpp"
#include "app/rounds/take_part.hpp"
#include "installation_under_test.hpp"

namespace smm::test {

inline app::RosterSchool roster_school(const std::string& code, std::vector<std::string> programmes,
                                       const std::string& profession) {
  app::RosterSchool school;
  school.code = code;
  school.name = "School " + code;
  school.profession = profession;
  school.programmes = std::move(programmes);
  school.contacts.dean = {"Dean of " + code, "dean@" + code + ".example"};
  return school;
}

// Round "2026" is open; schools river (MD) and lake (ADN, which answers alone) are invited.
class SchoolsInRound {
 public:
  explicit SchoolsInRound(InstallationUnderTest& house) : house_(house) {
    app::Installation& installation = house.installation();
    const std::vector<app::RosterSchool> roster = {roster_school("river", {"medicine_md"}, "medicine"),
                                                   roster_school("lake", {"nursing_adn"}, "nursing_adn")};
    EXPECT_TRUE(app::import_roster(installation, roster, "test", false));
    EXPECT_TRUE(app::create_round(
        installation, {"2026", "Round 2026", "smm-2026", "America/New_York", "2026-10-31"}, "test"));
    EXPECT_TRUE(app::open_round(installation, "2026", "", "test"));
    EXPECT_TRUE(app::invite_schools(installation, house.pages(), "2026", {}, "test"));
  }

  app::OpenSheet sheet(const std::string& school) {
    return house_
        .read<std::optional<app::OpenSheet>>([&](app::Records& records) {
          auto opened = app::open_sheet(records, house_.installation().editions, "2026", school);
          EXPECT_TRUE(opened);
          return std::optional(std::move(*opened));
        })
        .value();
  }

  // The person of this address as if signed in now, a minute ago confirmed.
  app::Actor actor(const std::string& email) {
    const auto person = house_.read<std::optional<app::Person>>(
        [&](app::Records& records) { return records.people.by_email(email); });
    EXPECT_TRUE(person) << email;
    const app::Session session{.id = app::SessionId::make(random_),
                               .token = "hash",
                               .person = person->id,
                               .created = house_.clock.now(),
                               .seen = house_.clock.now(),
                               .expires = house_.clock.now() + base::one_day,
                               .how = "link",
                               .confirmed = house_.clock.now(),
                               .address = "127.0.0.1",
                               .browser = "test",
                               .csrf = "",
                               .ended = std::nullopt};
    const auto roles = house_.read<std::vector<assessment::OfficeRole>>(
        [&](app::Records& records) { return records.people.office_roles(person->id); });
    return {*person, session, roles};
  }

  assessment::Standing standing(const app::Actor& actor, const std::string& school) {
    return house_.read<assessment::Standing>([&](app::Records& records) {
      return app::standing_of(records, actor, sheet(school).key(), house_.clock.now());
    });
  }

  void accept(const std::string& school, const std::string& coordinator) {
    const app::Actor dean = actor("dean@" + school + ".example");
    const app::AcceptRequest request{
        coordinator.empty(), {"Cora", coordinator}, {"mission"}, {house_.agreement()}};
    EXPECT_TRUE(app::accept_invitation(house_.installation(), house_.pages(), dean, sheet(school), request));
  }

 private:
  InstallationUnderTest& house_;
  crypto::SystemRandom random_;
};

}  // namespace smm::test
