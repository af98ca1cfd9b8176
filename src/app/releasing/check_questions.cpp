// SPDX-License-Identifier: Apache-2.0
#include "app/releasing/check_questions.hpp"

#include <algorithm>

#include "app/releasing/problems.hpp"
#include "app/rounds/school_people.hpp"
#include "assessment/problems.hpp"

namespace smm::app {
namespace {

namespace why = releasing_problem;
using assessment::CheckQuestionId;
using assessment::CheckState;

Row question_row(const SheetKey& sheet, const std::string& id, std::string_view what,
                 std::vector<std::string>& held) {
  held = {sheet.round.text(), id};
  return {"check_question", held[0], held[1], what};
}

std::string sealed_words(const Seals& seals, const SheetKey& sheet, const CheckQuestionId& id,
                         std::string_view what, const std::string& words) {
  std::vector<std::string> held;
  return seals.seal(question_row(sheet, id.text(), what, held), words);
}

std::string opened_words(const Seals& seals, const CheckQuestion& question, std::string_view what,
                         const std::string& sealed) {
  if (sealed.empty()) return "";
  std::vector<std::string> held;
  return seals.open(question_row(question.sheet, question.id.text(), what, held), sealed);
}

std::optional<base::Problem> refusal_of_length(const std::string& words) {
  if (words.size() <= most_question_letters) return std::nullopt;
  return base::Problem(why::question_text,
                       "That is too long; at most " + std::to_string(most_question_letters) + " letters");
}

std::optional<base::Problem> refusal_of_words(const std::string& words) {
  if (words.find_first_not_of(" \t\r\n") == std::string::npos)
    return base::Problem(why::question_text, "Say it in a sentence or two");
  return refusal_of_length(words);
}

std::optional<base::Problem> refusal_unless_checked(Records& records, const SheetKey& sheet,
                                                    base::Instant now) {
  const auto round = records.rounds.by_id(sheet.round);
  if (round && round->state == assessment::RoundState::checking && round->checks_end &&
      now <= *round->checks_end)
    return std::nullopt;
  return base::Problem(why::round_not_checked, "Questions are asked and settled while the round is checked");
}

base::Result<CheckQuestion> open_question(Records& records, const SheetKey& sheet,
                                          const CheckQuestionId& id) {
  const auto all = records.releases.questions(sheet);
  const auto found = std::ranges::find(all, id, &CheckQuestion::id);
  if (found != all.end() && found->state == CheckState::open) return *found;
  return base::Problem(why::question_settled, "This question is settled already");
}

base::Result<CheckQuestion> settled(Records& records, const Seals& seals, const Hand& hand,
                                    const CheckQuestionId& id, CheckState state, const std::string& reply,
                                    base::Instant now) {
  const SheetKey key = hand.sheet.key();
  if (auto refused = refusal_unless_checked(records, key, now)) return *refused;
  auto question = open_question(records, key, id);
  if (!question) return question;
  question->state = state;
  question->settled_by = hand.actor.person.id;
  question->settled_at = now;
  if (!reply.empty()) question->sealed_reply = sealed_words(seals, key, id, "reply", reply);
  records.releases.settle(*question);
  return question;
}

}  // namespace

base::Result<CheckQuestion> ask_school(Installation& installation, const Pages& pages, const Hand& steward,
                                       const assessment::AnswerPlace& place, const std::string& text) {
  if (auto refused = refusal_of_words(text)) return *refused;
  if (!steward.sheet.plan->find(place))
    return base::Problem(assessment::problem::not_yours, "There is no such question on this sheet");
  const auto seals = seals_of(installation, steward.sheet.school.id.text());
  if (!seals) return seals.problems();
  const SheetKey key = steward.sheet.key();
  const auto id = CheckQuestionId::make(installation.random);
  return change<CheckQuestion>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<CheckQuestion>> {
        if (auto refused = refusal_unless_checked(records, key, now)) return *refused;
        const CheckQuestion question{id,
                                     key,
                                     place,
                                     steward.actor.person.id,
                                     now,
                                     sealed_words(*seals, key, id, "text", text),
                                     CheckState::open,
                                     std::nullopt,
                                     std::nullopt,
                                     ""};
        records.releases.add(question);
        const auto told = tell_leaders(installation, pages, records, key, "check_question", {}, now);
        if (!told) return told.problems();
        return Change<CheckQuestion>(question, told_by(steward, "check.ask", place.item));
      });
}

base::Result<std::vector<OpenedQuestion>> opened_questions(Installation& installation,
                                                           const OpenSheet& sheet) {
  const auto seals = seals_of(installation, sheet.school.id.text());
  if (!seals) return seals.problems();
  return look<std::vector<OpenedQuestion>>(
      installation.database, [&](Records& records) -> base::Result<std::vector<OpenedQuestion>> {
        std::vector<OpenedQuestion> all;
        for (CheckQuestion& kept : records.releases.questions(sheet.key())) {
          const auto person = records.people.by_id(kept.by);
          std::string text = opened_words(*seals, kept, "text", kept.sealed);
          std::string reply = opened_words(*seals, kept, "reply", kept.sealed_reply);
          all.push_back({std::move(kept), std::move(text), std::move(reply), person ? person->name : ""});
        }
        return all;
      });
}

base::Result<CheckQuestion> answer_stands(Installation& installation, const Hand& hand,
                                          const CheckQuestionId& id, const std::string& reply) {
  if (auto refused = refusal_of_words(reply)) return *refused;
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  return change<CheckQuestion>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<CheckQuestion>> {
        auto question = settled(records, *seals, hand, id, CheckState::stands, reply, now);
        if (!question) return std::move(question).problems();
        return Change<CheckQuestion>(*question, told_by(hand, "check.stands", question->place.item));
      });
}

base::Result<CheckQuestion> correct_answer(Installation& installation, const Hand& hand,
                                           const CheckQuestionId& id, const std::string& reply) {
  if (auto refused = refusal_of_length(reply)) return *refused;
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  return change<CheckQuestion>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<CheckQuestion>> {
        const auto part = records.rounds.participation(hand.sheet.key(), true);
        auto question = settled(records, *seals, hand, id, CheckState::corrected, reply, now);
        if (!question) return std::move(question).problems();
        // Another question may have given the sheet back already.
        if (part->state != assessment::ParticipationState::reopened) {
          const auto next = assessment::reopened(*part);
          if (!next) return next.problems();
          records.rounds.change(*next);
        }
        return Change<CheckQuestion>(*question, told_by(hand, "check.correct", question->place.item));
      });
}

}  // namespace smm::app
