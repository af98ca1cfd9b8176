// SPDX-License-Identifier: Apache-2.0
#include "instrument/answer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "instrument/sample_items_test.hpp"

namespace smm::instrument {
namespace {

using sample::read;
using sample::refusal;

struct RefusalRow {
  std::string_view value;
  std::string_view code;  // empty: accepted
};

void expect_refusals(const Item& item, std::initializer_list<RefusalRow> rows) {
  for (const RefusalRow& row : rows) EXPECT_EQ(refusal(item, row.value, "a citation"), row.code) << row.value;
}

TEST(AnswerStates, TakeAValueOnlyWhenAnswered) {
  const Item item = sample::yes_no();
  for (const std::string_view state : {"not_answered", "not_known", "not_collected", "declined"}) {
    EXPECT_EQ(refusal(item, "", "", state), "") << state;
    EXPECT_EQ(refusal(item, "yes", "", state), "answer_unexpected") << state;
  }
  EXPECT_EQ(refusal(item, "", "", "answered"), "answer_empty");
  EXPECT_EQ(refusal(item, " ", "", "answered"), "answer_empty");
  EXPECT_EQ(refusal(item, "", "", "Answered"), "unknown_state");
  EXPECT_EQ(refusal(item, "", "", ""), "unknown_state");
  EXPECT_EQ(refusal(item, "", "", "skipped"), "unknown_state");
}

TEST(AnswerStates, NeedReasonsForLeavingTheDenominator) {
  const Item item = sample::yes_no();
  for (const std::string_view state : {"not_applicable", "not_permitted"}) {
    EXPECT_EQ(refusal(item, "", "", state), "reason_missing") << state;
    EXPECT_EQ(refusal(item, "", " \t", state), "reason_missing") << state;
    EXPECT_EQ(refusal(item, "", "Fla. Stat. 1004.06", state), "") << state;
    EXPECT_EQ(refusal(item, "yes", "Fla. Stat. 1004.06", state), "answer_unexpected") << state;
  }
}

TEST(AnswerStates, HaveNamesThatReadBack) {
  for (const AnswerState state :
       {AnswerState::not_answered, AnswerState::answered, AnswerState::not_known, AnswerState::not_collected,
        AnswerState::declined, AnswerState::not_applicable, AnswerState::not_permitted})
    EXPECT_EQ(answer_state(to_string(state)), state);
  EXPECT_EQ(answer_state("unknown"), std::nullopt);
}

TEST(ReadChoice, OneOption) {
  EXPECT_EQ(read(sample::yes_no(), "no")->choice.chosen, 0b10u);
  EXPECT_EQ(read(sample::phase(), "3")->choice.chosen, 0b100u);
  expect_refusals(sample::yes_no(), {{"Yes", "unknown_option"},
                                     {"yes ", "unknown_option"},
                                     {"true", "unknown_option"},
                                     {"yes;no", "option_conflict"},
                                     {"yes;yes", "option_conflict"},
                                     {"none", "unknown_option"},
                                     {"yes;", "unknown_option"}});
  expect_refusals(sample::phase(),
                  {{"0", "unknown_option"}, {"5", "unknown_option"}, {"2.5", "unknown_option"}});
}

TEST(ReadChoice, OptionsOfASet) {
  EXPECT_EQ(read(sample::any_of(), "d;a")->choice.chosen, 0b1001u);
  EXPECT_EQ(read(sample::any_of(), "none")->choice.chosen, 0u);
  expect_refusals(sample::any_of(), {{"a;e", "unknown_option"},
                                     {"a;a", "option_conflict"},
                                     {"a;none", "option_conflict"},
                                     {"none;a", "option_conflict"},
                                     {"none;none", "option_conflict"},
                                     {"a;nothing-else", "option_conflict"},
                                     {"a;no-schools", "option_conflict"},
                                     {"nothing-else;no-schools", "option_conflict"},
                                     {"a, b", "unknown_option"},
                                     {"a;;b", "unknown_option"},
                                     {";", "unknown_option"}});
}

TEST(ReadChoice, OptionCalledNoneIsAnOption) {
  Item item = sample::any_of();
  item.options[4].id = "none";
  EXPECT_EQ(read(item, "none")->choice.chosen, 0b10000u);
}

TEST(ReadChoice, MarksWhatIsNotPermitted) {
  const auto answer = read(sample::any_of(), "a;!c;!d", "a citation");
  EXPECT_EQ(answer->choice.chosen, 0b0001u);
  EXPECT_EQ(answer->choice.barred, 0b1100u);
  EXPECT_EQ(read(sample::any_of(), "none;!a", "a citation")->choice.barred, 1u);
  EXPECT_EQ(read(sample::one_of(), "some;!all", "a citation")->choice.barred, 0b100u);
  EXPECT_EQ(refusal(sample::any_of(), "a;!c", ""), "reason_missing");
  EXPECT_EQ(refusal(sample::any_of(), "a;!c", " "), "reason_missing");
  expect_refusals(sample::any_of(), {{"!a", "answer_unreadable"},
                                     {"a;!a", "option_conflict"},
                                     {"!a;a", "option_conflict"},
                                     {"b;!a;!a", "option_conflict"},
                                     {"a;!e", "unknown_option"},
                                     {"a;!", "unknown_option"},
                                     {"a;!!b", "unknown_option"},
                                     {"a;!none", "unknown_option"}});
  expect_refusals(sample::one_of(), {{"!all", "option_conflict"}, {"all;!all", "option_conflict"}});
}

TEST(ReadChoice, CellsOfAGrid) {
  EXPECT_EQ(read(sample::grid(), "south@1;north@2")->choice.chosen, 0b0110u);
  EXPECT_EQ(read(sample::grid(), "north@1;!south@2", "a citation")->choice.barred, 0b1000u);
  EXPECT_EQ(read(sample::grid(), "south@4", "", 4)->choice.chosen, std::uint64_t{1} << 7);
  expect_refusals(sample::grid(), {{"north@3", "unknown_option"},
                                   {"north@0", "unknown_option"},
                                   {"north@", "unknown_option"},
                                   {"north", "unknown_option"},
                                   {"@1", "unknown_option"},
                                   {"north@11", "unknown_option"},
                                   {"north@x", "unknown_option"},
                                   {"east@1", "unknown_option"},
                                   {"north@1;north@1", "option_conflict"},
                                   {"none;north@1", "option_conflict"},
                                   {"!north@1", "answer_unreadable"},
                                   {"none", ""}});
}

TEST(ReadNumber, Shares) {
  EXPECT_EQ(read(sample::share(), "3/20")->value, 15);
  EXPECT_EQ(read(sample::share(), "12.5")->value, 12.5);
  EXPECT_EQ(read(sample::share(), "0/9")->value, 0);
  EXPECT_EQ(read(sample::share(), "100")->value, 100);
  expect_refusals(
      sample::share(),
      {{"101", "answer_out_of_range"},  {"100.01", "answer_out_of_range"}, {"21/20", "answer_out_of_range"},
       {"0/0", "answer_out_of_range"},  {"5/0", "answer_out_of_range"},    {"-1", "answer_unreadable"},
       {"+1", "answer_unreadable"},     {"-1/20", "answer_unreadable"},    {"3/-20", "answer_unreadable"},
       {"3 / 20", "answer_unreadable"}, {" 15", "answer_unreadable"},      {"15 ", "answer_unreadable"},
       {"15%", "answer_unreadable"},    {"15,5", "answer_unreadable"},     {".5", "answer_unreadable"},
       {"5.", "answer_unreadable"},     {"1.2.3", "answer_unreadable"},    {"1e1", "answer_unreadable"},
       {"1.5/20", "answer_unreadable"}, {"3/20/4", "answer_unreadable"},   {"/20", "answer_unreadable"},
       {"3/", "answer_unreadable"},     {"nan", "answer_unreadable"},      {"inf", "answer_unreadable"},
       {"0x10", "answer_unreadable"}});
}

TEST(ReadNumber, CountsAndDollarsAreWhole) {
  Item count = sample::number(ItemType::count, sample::steps({{1, 10}}));
  count.maximum = 500;
  EXPECT_EQ(read(count, "500")->value, 500);
  EXPECT_EQ(read(count, "007")->value, 7);
  expect_refusals(count, {{"501", "answer_out_of_range"},
                          {"7.0", "answer_unreadable"},
                          {"-7", "answer_unreadable"},
                          {"1,000", "answer_unreadable"},
                          {"7/7", "answer_unreadable"},
                          {"seven", "answer_unreadable"}});
  EXPECT_EQ(read(sample::money(), "9007199254740992")->value, 9007199254740992.0);
  expect_refusals(sample::money(), {{"9007199254740993", "answer_unreadable"},
                                    {"99999999999999999999999", "answer_unreadable"},
                                    {"$5", "answer_unreadable"},
                                    {"5.50", "answer_unreadable"}});
}

TEST(ReadNumber, RatiosAndTwoShares) {
  const Item ratio = sample::number(ItemType::ratio, sample::steps({{50, 10}}));
  EXPECT_EQ(read(ratio, "3/2")->value, 150);
  expect_refusals(ratio, {{"150", "answer_unreadable"}, {"3/0", "answer_out_of_range"}});
  const Item gap = sample::two_shares(Compare::difference, sample::steps({{0, 10}}));
  EXPECT_EQ(read(gap, "1/4|3/4")->value, 25);
  EXPECT_EQ(read(gap, "1/4|3/4")->comparator, 75);
  expect_refusals(gap, {{"1/4", "answer_unreadable"},
                        {"1/4|", "answer_unreadable"},
                        {"|1/4", "answer_unreadable"},
                        {"1/4|5/4", "answer_out_of_range"},
                        {"1/0|1/4", "answer_out_of_range"},
                        {"1/4|1/4|1/4", "answer_unreadable"}});
}

TEST(ReadText, DatesAreThoseOfTheCalendar) {
  const Item date = sample::item("when", ItemType::date);
  expect_refusals(date, {{"2024-02-29", ""},
                         {"2000-02-29", ""},
                         {"2024-12-31", ""},
                         {"2023-02-29", "answer_unreadable"},
                         {"1900-02-29", "answer_unreadable"},
                         {"2024-04-31", "answer_unreadable"},
                         {"2024-13-01", "answer_unreadable"},
                         {"2024-00-10", "answer_unreadable"},
                         {"2024-01-00", "answer_unreadable"},
                         {"2024-1-1", "answer_unreadable"},
                         {"24-01-01", "answer_unreadable"},
                         {"01/02/2024", "answer_unreadable"},
                         {"2024-01-01T00", "answer_unreadable"},
                         {"2024-0a-01", "answer_unreadable"}});
}

TEST(ReadText, EvidenceIsALink) {
  const Item evidence = sample::item("where", ItemType::evidence);
  expect_refusals(evidence, {{"https://school.example/mission", ""},
                             {"http://a.b", ""},
                             {"https://school.example:8443/a?b=c#d", ""},
                             {"ftp://school.example", "answer_unreadable"},
                             {"javascript:alert(1)", "answer_unreadable"},
                             {"school.example", "answer_unreadable"},
                             {"https://", "answer_unreadable"},
                             {"https:///etc", "answer_unreadable"},
                             {"https://school.example@evil.example", "answer_unreadable"},
                             {"https://school.example/a b", "answer_unreadable"},
                             {"https://school.example/\"><b>", "answer_unreadable"},
                             {"HTTPS://school.example", "answer_unreadable"}});
}

TEST(ReadText, LengthIsCountedInCharacters) {
  Item text = sample::item("words", ItemType::text);
  text.max_length = 4;
  expect_refusals(text,
                  {{"four", ""}, {"fiver", "answer_out_of_range"}, {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", ""}});
}

// Whatever is typed, an answer is read or one problem is named; and what is read keeps to its bounds.
RC_GTEST_PROP(ParseAnswerProperty, AnyTextIsReadOrNamed, ()) {
  const Item item = *rc::gen::element(sample::yes_no(), sample::any_of(), sample::grid(), sample::share(),
                                      sample::money(), sample::item("when", ItemType::date));
  const auto text =
      *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab;!@12/.|-yesno nrth")));
  Answer answer;
  std::optional<base::Problem> problem;
  const bool read_it = parse_answer(item, 2, {"answered", text, "why"}, answer, problem);
  RC_ASSERT(read_it == !problem.has_value());
  if (!read_it) return;
  RC_ASSERT((answer.choice.chosen & answer.choice.barred) == 0u);
  const std::size_t cells = item.type == ItemType::year_grid ? 4 : item.options.size();
  RC_ASSERT(answer.choice.chosen < std::uint64_t{1} << cells);
  RC_ASSERT(item.type != ItemType::share || (answer.value >= 0 && answer.value <= 100));
}

}  // namespace
}  // namespace smm::instrument
