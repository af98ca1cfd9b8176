// SPDX-License-Identifier: Apache-2.0
// A round of 24 medical schools of which 22 attested (or more of both), ready to be frozen. Each school has
// scores of its own that would be known again wherever they stood; r04 also has an answer that leaves
// something to be moved.
#pragma once

#include "round_under_test.hpp"

namespace smm::web {

inline constexpr std::size_t answering_schools = 22;  // two more never answer

inline std::string school_code(std::size_t school) {
  return fmt::format("r{:02}", school);
}

// Recognizable: no two alike, and no figure that is shown has such decimals.
inline double canary(std::size_t school, std::size_t area) {
  return 12.0531 + 2.1117 * static_cast<double>(school) +
         0.5373 * static_cast<double>((area * 5 + school) % 16);
}

inline std::vector<app::RosterSchool> roster_with_reports(std::size_t asked) {
  std::vector<app::RosterSchool> schools;
  for (std::size_t at = 0; at < asked; ++at) {
    app::RosterSchool school;
    school.code = school_code(at);
    school.name = "School " + school_code(at);
    school.profession = "medicine";
    school.programmes = {"medicine_md"};
    school.contacts.dean = {"Dean of " + school_code(at), "dean@" + school_code(at) + ".example"};
    school.frame = {"i" + school_code(at),          "",    at % 2 == 0 ? "public" : "private",
                    at % 3 == 0 ? "NY" : "GA",      "",    at % 3 == 1 ? "small" : "large",
                    at % 4 == 0 ? "r1" : "special", "city"};
    schools.push_back(std::move(school));
  }
  return schools;
}

inline std::size_t place_of_area(const std::string& area) {
  static std::vector<std::string> seen;
  auto found = std::ranges::find(seen, area);
  if (found == seen.end()) found = seen.insert(seen.end(), area);
  return static_cast<std::size_t>(found - seen.begin());
}

class RoundWithReports : public RoundUnderTest {
 public:
  explicit RoundWithReports(test::InstallationUnderTest& house, const assessment::RoundOptions& options = {},
                            std::size_t answering = answering_schools)
      : RoundUnderTest(
            house, roster_with_reports(answering + 2),
            [](const std::string& school, const std::string&, const std::string& area) {
              return std::optional(canary(std::stoul(school.substr(1)), place_of_area(area)));
            },
            options) {
    for (std::size_t at = 0; at < answering; ++at)
      attest(school_code(at), at == 4 ? Answers{{"service-need-written", "nothing"}} : Answers{});
    close();
    begin_checks();
    house.clock.pass(15 * base::one_day);
  }
};

inline void expect_no_canary(const std::string& body, const std::string& what) {
  EXPECT_GT(body.size(), 100U) << what;
  for (std::size_t school = 0; school < answering_schools; ++school) {
    if (school == 3) continue;
    for (std::size_t area = 0; area < 16; ++area)
      for (const std::string& form :
           {fmt::format("{:.4f}", canary(school, area)), fmt::format("{:.3f}", canary(school, area)),
            fmt::format("{:.2f}", canary(school, area)) + "<"})
        EXPECT_EQ(body.find(form), std::string::npos)
            << form << " of " << school_code(school) << " in " << what;
  }
}

}  // namespace smm::web
