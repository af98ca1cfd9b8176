// SPDX-License-Identifier: Apache-2.0
// The last hour of a round's last day: everybody comes once, opens the office's packet, answers ten items
// one after the other, and looks at the school's page; one of eight, the dean's hand, also at the page that
// submits. 1,500 schools, 12,000 people, 120,000 answers, 145,500 requests.
//
// Visits overlap as they do in life: `together` of them take turns. What a person saves is told apart from
// the earlier version of the same answer, so when all have come they come again and revise.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "load/load.hpp"
#include "service_house.hpp"

namespace smm::bench {

inline constexpr HouseSize crowd = {.schools = 1500, .persons_of_each = 8, .with_dean = true};
inline constexpr std::size_t crowd_persons = crowd.schools * crowd.persons_of_each;
inline constexpr std::size_t answers_of_a_visit = 10;
inline constexpr double hour_seconds = 3600;

// Requests of the hour: a packet page, ten answers and a school page for each person, a page that submits for
// each school.
inline constexpr std::size_t requests_of_the_hour = crowd_persons * (answers_of_a_visit + 2) + crowd.schools;

class LastHour {
 public:
  // Of a house of `crowd`, which may go afterwards.
  explicit LastHour(House& house);

  load::Script script();
  std::uint64_t answers_kept() const { return kept_; }

 private:
  static constexpr std::size_t together = 96;
  static constexpr std::size_t steps = answers_of_a_visit + 2;

  struct Slot {  // a place in the packets of a school, by position in the order of all
    std::string office;
    std::string item;  // as forms name it
  };
  struct Doing {
    std::size_t person = 0;
    std::size_t step = 0;
  };

  void ask(std::size_t connection, std::string& request);
  void hear(std::size_t connection, const load::Answer& answer);
  Doing next();
  const Slot& slot_of(const Doing& doing) const;
  std::string page(std::size_t person, const std::string& below) const;
  std::string save(const Doing& doing);

  std::vector<std::string> tokens_;  // of sessions, by person
  std::vector<Slot> slots_;
  std::vector<long long> versions_;  // by person and answer of the visit
  std::vector<Doing> doing_;         // by connection
  std::uint64_t begun_ = 0;
  std::uint64_t kept_ = 0;
  std::vector<std::size_t> submitting_;  // whose visit ends at the page that submits
};

}  // namespace smm::bench
