// SPDX-License-Identifier: Apache-2.0
// A school in the middle of its work: river's coordinator Cora has handed the packet of admissions to Ana
// (affirmed by Carla) and the packet of finance to Ben (affirmed by Dora); a browser for each of them.
#pragma once

#include "../rounds/school_in_round.hpp"
#include "app/answering/save_answer.hpp"
#include "app/rounds/hand_out.hpp"
#include "exchange/csv.hpp"
#include "office_journey.hpp"

namespace smm::web {

inline const std::string river_path = "/rounds/2026/schools/river";
inline const std::string anas_office = "admissions-office";
inline const std::string bens_office = "finance";

class SchoolAtWork {
 public:
  explicit SchoolAtWork(test::InstallationUnderTest& house) : service(house), house_(house), round_(house) {
    round_.accept("river", "cora@river.example");
    hand_out(anas_office, "ana", "carla");
    hand_out(bens_office, "ben", "dora");
  }

  const ServiceUnderTest service;

  app::Installation& installation() { return house_.installation(); }
  app::OpenSheet sheet(const std::string& school = "river") { return round_.sheet(school); }
  app::Person person(const std::string& name) { return round_.actor(name + "@river.example").person; }
  test::SchoolsInRound& round() { return round_; }

  // A browser in which "ana", "cora", "dean" … is signed in.
  std::unique_ptr<BrowserUnderTest> browser(const std::string& name, const std::string& school = "river") {
    auto made = std::make_unique<BrowserUnderTest>(service);
    sign_in(house_, *made, round_.actor(name + "@" + school + ".example").person);
    return made;
  }

  // Positions of a packet's places.
  std::vector<std::size_t> places(const std::string& office) {
    const auto opened = sheet();
    return assessment::places_of(*opened.plan->packet(office));
  }

  // The coordinator answers a question.
  void answer(std::size_t place, const assessment::GivenAnswer& given, const std::string& school = "river") {
    const app::Actor cora =
        round_.actor(school == "river" ? "cora@river.example" : "dean@" + school + ".example");
    const auto standing = round_.standing(cora, school);
    const auto opened = sheet(school);
    const app::Hand hand{cora, standing, opened};
    const auto& at = opened.plan->answers[place].place;
    const auto before = house_.read<std::optional<app::SealedAnswer>>(
        [&](app::Records& records) { return records.sheets.answer(opened.key(), at); });
    const auto saved =
        app::save_answer(installation(), hand, {at, given, before ? before->version : 0, "page"});
    EXPECT_TRUE(saved) << saved.problems().front().sentence;
  }

  // The rows of an answer file, whatever school they name; all of one program.
  void answer_from_file(const std::string& file, const std::string& school) {
    const auto table = exchange::read_table(file, "file");
    const auto opened = sheet(school);
    const std::string& programme = opened.school.programmes.front();
    for (const auto& row : table->rows) {
      if (row.cells[0] != "sample-0001") continue;
      auto place = opened.plan->find({programme, row.cells[2]});
      if (!place) place = opened.plan->find({"", row.cells[2]});
      const auto state = instrument::answer_state(row.cells[3]);
      if (place && state) answer(*place, {*state, row.cells[4], row.cells[5]}, school);
    }
  }

  // Every packet has an affirmer, is complete, and is affirmed, but for `left_out`.
  void affirm_all(const std::string& left_out = "") {
    const auto opened = sheet();
    for (const auto& packet : opened.plan->packets) {
      if (packet.office == left_out) continue;
      const std::string path = river_path + "/packets/" + packet.office;
      if (packet.office != anas_office && packet.office != bens_office)
        hand_out(packet.office, "ana", "carla");
      auto cora = browser("cora");
      cora->get(path + "/complete");
      EXPECT_EQ(cora->submit(path + "/complete").status, 303) << packet.office;
      auto affirmer = browser(packet.office == bens_office ? "dora" : "carla");
      affirmer->get(path + "/affirm");
      const std::string name = packet.office == bens_office ? "Dora" : "Carla";
      EXPECT_EQ(affirmer->submit(path + "/affirm", {{"full_name", name}}).status, 303) << packet.office;
      house_.clock.pass(base::one_second);
    }
  }

 private:
  static std::string named(const std::string& name) {
    return std::string(1, static_cast<char>(name[0] - 'a' + 'A')) + name.substr(1);
  }

  void hand_out(const std::string& office, const std::string& author, const std::string& affirmer) {
    const app::Actor cora = round_.actor("cora@river.example");
    const app::HandOut work{assessment::Scope::packet,
                            office,
                            {named(author), author + "@river.example"},
                            std::nullopt,
                            {named(affirmer), affirmer + "@river.example"}};
    EXPECT_TRUE(app::hand_out(installation(), house_.pages(), cora, sheet(), work));
  }

  test::InstallationUnderTest& house_;
  test::SchoolsInRound round_;
};

}  // namespace smm::web
