// SPDX-License-Identifier: Apache-2.0
// The office's own words. Requirements:
//   1 they stand in the mails and letters of their round, escaped, and in no other round
//   2 labels of areas are read wherever the round's sheet is, and change no answer, question or point
//   3 they have limits, and end with the freeze
#include "app/rounds/own_words.hpp"
#include "app/rounds/invitation_letters.hpp"
#include "app/rounds/send_reminders.hpp"
#include "round_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(OwnWordsOfARound);

using assessment::OfficeRole;

class WordedRound {
 public:
  explicit WordedRound(test::InstallationUnderTest& house)
      : round(house, {test::medical_school("east")}, nobody_scored),
        office(round.office(OfficeRole::campaign_manager)) {}

  Shown keep(const Fields& fields) {
    office->get(path);
    return office->submit(path, fields);
  }

  RoundUnderTest round;
  std::unique_ptr<BrowserUnderTest> office;
  const std::string path = "/office/rounds/2026/words";
};

TEST_P(OwnWordsOfARound, StandInMailsAndLetters) {  // 1
  WordedRound worded(house());
  EXPECT_EQ(worded
                .keep({{"invitation", " Warm <b>words</b> & {name}.\r\n\r\nA second paragraph.\r\n"},
                       {"reminder", "Only two weeks are left."},
                       {"signature", "Ada Office, for the program"}})
                .location(),
            "/office/rounds/2026?done=words_kept");
  const auto mail = app::preview_invitation(house().installation(), house().pages(), "2026", "east").value();
  EXPECT_NE(mail.text.find("Warm <b>words</b> & {name}.\n\nA second paragraph.\n"), std::string::npos)
      << mail.text;
  EXPECT_NE(mail.html.find("<p>Warm &lt;b&gt;words&lt;/b&gt; &amp; {name}.</p>"), std::string::npos)
      << mail.html;
  EXPECT_NE(mail.text.find("Ada Office, for the program"), std::string::npos);
  const auto letters = app::preview_letter(house().installation(), "2026", "east").value();
  const std::string letter = app::letters_html(house().installation(), house().pages(), letters);
  EXPECT_NE(letter.find("<p>Warm &lt;b&gt;words&lt;/b&gt; &amp; {name}.</p>"), std::string::npos);
  EXPECT_NE(letter.find("Ada Office, for the program"), std::string::npos);
  const auto reminder = app::preview_reminder(house().installation(), house().pages(), "2026", "east",
                                              app::Audience::not_answered)
                            .value();
  EXPECT_NE(reminder.text.find("Only two weeks are left."), std::string::npos);
  EXPECT_EQ(reminder.text.find("Warm"), std::string::npos);
  EXPECT_TRUE(house().log_tells("round.words"));
  worded.round.open_round_of("2027");
  EXPECT_EQ(app::preview_invitation(house().installation(), house().pages(), "2027", "east")
                .value()
                .text.find("Warm"),
            std::string::npos);
}

TEST_P(OwnWordsOfARound, NameAreas) {  // 2
  WordedRound worded(house());
  const auto before = worded.round.sheet("east");
  EXPECT_EQ(worded.keep({{"area.student-activism", "Student <voice>"}}).status, 303);
  const auto after = worded.round.sheet("east");
  const auto& edition = after.edition->edition;
  EXPECT_EQ(edition.sections[*edition.section("student-activism")].label, "Student <voice>");
  EXPECT_EQ(edition.sections[*edition.section("mission")].label,
            before.edition->edition.sections[*before.edition->edition.section("mission")].label);
  EXPECT_EQ(edition.hash, before.edition->edition.hash);
  EXPECT_EQ(after.plan->answers.size(), before.plan->answers.size());
  EXPECT_EQ(worded.round.sheet("east").plan, after.plan) << "made once";
  EXPECT_EQ(*app::edition_of_round(house().installation(), after.round), after.edition);
  // Left empty, or as the edition says it: the edition's label.
  EXPECT_EQ(worded.keep({{"area.student-activism", ""}}).status, 303);
  EXPECT_EQ(worded.round.sheet("east").edition, before.edition);
}

TEST_P(OwnWordsOfARound, HaveLimits) {  // 3
  WordedRound worded(house());
  const Shown refused = worded.keep({{"invitation", std::string(601, 'x')},
                                     {"signature", "two\nlines"},
                                     {"area.mission", std::string(61, 'x')}});
  EXPECT_EQ(refused.status, 422);
  for (const char* field : {"#invitation", "#signature", "#area.mission"})
    EXPECT_TRUE(refused.says("href=\"" + std::string(field) + "\"")) << field;
  EXPECT_FALSE(house().log_tells("round.words"));
  EXPECT_EQ(worded.keep({{"invitation", std::string(600, 'x')}}).status, 303);
  app::OwnWords words;
  words.areas["nothing"] = "Label";
  const auto unknown = app::keep_own_words(house().installation(), "2026", words, "test");
  EXPECT_EQ(unknown.problems().front().code, "bad_own_words");
}

}  // namespace
}  // namespace smm::web
