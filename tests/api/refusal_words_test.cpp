// SPDX-License-Identifier: Apache-2.0
// What a page says about an answer that cannot be taken: words for people at a form, not for files.
#include <array>

#include "instrument/problems.hpp"
#include "school_at_work.hpp"
#include "web/routes/refusal_words.hpp"

namespace smm::web {
namespace {

using instrument::ItemType;

SMM_ON_EACH_DATABASE(RefusedAnswer);

TEST_P(RefusedAnswer, IsExplainedWithoutColumnsAndStates) {
  SchoolAtWork work(house());
  const std::size_t place = work.places(anas_office)[0];
  const auto& where = work.sheet().plan->answers[place].place;
  const std::string key = where.programme.empty() ? where.item : where.item + "@" + where.programme;
  auto ana = work.browser("ana");
  ana->get(river_path + "/packets/" + anas_office);
  for (const char* script : {"true", ""}) {
    ana->extra_headers["HX-Request"] = script;
    const Shown refused = ana->post(
        river_path + "/answers", {{"item", key}, {key + ".state", "not_applicable"}, {key + ".base", "0"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("Say why this question cannot be asked of your school."));
    EXPECT_FALSE(refused.says("reason column"));
  }
}

// Every reason there can be, for every type of question.
TEST(RefusalWords, SpeakOfNoFile) {
  const auto house = test::InstallationUnderTest::on_sqlite();
  const base::ProblemKind* kinds[] = {
      &instrument::problem::unknown_state,       &instrument::problem::answer_empty,
      &instrument::problem::answer_unexpected,   &instrument::problem::answer_unreadable,
      &instrument::problem::answer_out_of_range, &instrument::problem::unknown_option,
      &instrument::problem::option_conflict,     &instrument::problem::reason_missing};
  for (const base::ProblemKind* kind : kinds) {
    for (int type = 0; type <= static_cast<int>(ItemType::evidence); ++type) {
      for (const auto state : {instrument::AnswerState::answered, instrument::AnswerState::not_applicable,
                               instrument::AnswerState::not_permitted}) {
        instrument::Item item;
        item.type = static_cast<ItemType>(type);
        item.max_length = 400;
        const std::string words = refusal_words(base::Problem(*kind, "in the reason column"), item,
                                                {state, "", ""}, house->pages().texts);
        EXPECT_EQ(words.find("column"), std::string::npos) << kind->code;
        EXPECT_EQ(words.find('{'), std::string::npos) << words;
      }
    }
  }
  instrument::Item text;
  text.type = ItemType::text;
  text.max_length = 400;
  EXPECT_EQ(refusal_words(base::Problem(instrument::problem::answer_out_of_range, ""), text, {},
                          house->pages().texts),
            "This is longer than 400 characters.");
}

}  // namespace
}  // namespace smm::web
