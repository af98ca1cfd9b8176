// SPDX-License-Identifier: Apache-2.0
#include "app/paper/keyed_form.hpp"

#include <algorithm>
#include <map>

#include "app/answering/sheet_open.hpp"
#include "app/installation/problems.hpp"
#include "app/paper/kept_form.hpp"
#include "app/paper/problems.hpp"
#include "app/paper/read_worksheet.hpp"
#include "app/paper/waiting_forms.hpp"

namespace smm::app {
namespace {

namespace why = paper_problem;
using report::TypedAnswer;

base::Problem nothing_to_key() {
  return {installation_problem::not_there, "There is no such page, or it is not for you"};
}

const TypedAnswer nothing_said{"not_answered", "", ""};

struct Draft {
  ReturnedForm form;
  KeptForm kept;
};

// The passes that wait for each other, the first one first.
std::vector<Draft> drafts_of(Records& records, const Hand& hand, const Seals& seals, base::Instant now) {
  std::vector<Draft> drafts;
  for (ReturnedForm& form : records.returned_forms.of(hand.sheet.key())) {
    if (form.kind != keyed_kind || !(now < form.at + returned_form_waits)) continue;
    KeptForm kept = open_form(seals, form);
    if (!kept.settled) drafts.push_back({std::move(form), std::move(kept)});
  }
  std::ranges::sort(drafts, {}, [](const Draft& draft) { return draft.form.pass; });
  return drafts;
}

// What both passes say to a question, and the older version that stood when either was begun.
struct SaidTwice {
  TypedAnswer first = nothing_said;
  TypedAnswer second = nothing_said;
  std::int64_t version = -1;

  void saw(std::int64_t stood) { version = version < 0 ? stood : std::min(version, stood); }
};

std::map<std::string, SaidTwice> said_twice(const std::vector<Draft>& drafts) {
  std::map<std::string, SaidTwice> said;
  for (const KeptAnswer& answer : drafts[0].kept.answers) {
    said[answer.key].first = answer.written;
    said[answer.key].saw(answer.version);
  }
  for (const KeptAnswer& answer : drafts[1].kept.answers) {
    said[answer.key].second = answer.written;
    said[answer.key].saw(answer.version);
  }
  return said;
}

assessment::GivenAnswer given_of(const TypedAnswer& typed) {
  return {instrument::answer_state(typed.state).value_or(instrument::AnswerState::not_answered), typed.value,
          typed.reason};
}

KeyedForms compared(const Hand& hand, const std::vector<Draft>& drafts) {
  KeyedForms forms;
  forms.passes = static_cast<int>(drafts.size());
  if (drafts.empty()) return forms;
  forms.key = drafts.back().form.id.text();
  forms.by_reader = drafts[0].form.by == hand.actor.person.id;
  if (drafts.size() < 2) return forms;
  forms.same_person = drafts[0].form.by == drafts[1].form.by;
  for (const auto& [key, said] : said_twice(drafts)) {
    const auto place = hand.sheet.plan->find(place_of(key));
    if (!place) continue;
    if (said.first == said.second)
      ++forms.agreed;
    else
      forms.differences.push_back({*place, given_of(said.first), given_of(said.second)});
  }
  std::ranges::sort(forms.differences, {}, &KeyedDifference::place);
  return forms;
}

// What was keyed, or every cell that nobody can read: whoever has the paper mends it.
base::Result<KeptForm> keyed_of(const SentWorksheet& sent) {
  KeptForm form;
  base::Problems problems;
  for (const report::ReturnedAnswer& answer : sent.answers) {
    const report::Question& question = sent.questions[answer.question];
    TypedAnswer written = report::answer_in(question.item, question.years, answer.cells);
    if (written == nothing_said) continue;
    std::optional<base::Problem> problem;
    instrument::Answer read;
    parse_answer(question.item, question.years, {written.state, written.value, written.reason}, read,
                 problem);
    if (problem)
      problems.push_back({why::keyed_unreadable, answer.cell + ": " + problem->sentence, {"file", 0, 0}});
    form.answers.push_back({question.key, std::move(written), "", answer.version});
  }
  if (!problems.empty()) return problems;
  if (form.answers.empty())
    return base::Problem(why::worksheet_unchanged, "Nothing was keyed into this worksheet", {"file", 0, 0});
  return form;
}

base::Result<Change<int>> keep_pass(Records& records, const Hand& hand, const Seals& seals,
                                    const KeptForm& form, const ReturnedFormId& id, base::Instant now) {
  sweep_returned_forms(records, now);
  if (auto refused = refusal_now(records, hand.sheet, now)) return *refused;
  const auto drafts = drafts_of(records, hand, seals, now);
  if (drafts.size() > 1)
    return base::Problem(why::keyed_twice, "This form was keyed twice already; settle or discard that first",
                         {"file", 0, 0});
  const int pass = static_cast<int>(drafts.size()) + 1;
  const bool again = pass == 2 && drafts[0].form.by == hand.actor.person.id;
  records.returned_forms.keep({id, hand.sheet.key(), std::string(keyed_kind), pass, hand.actor.person.id, now,
                               seal_form(seals, id, form)});
  return Change<int>(
      pass, told_by(hand, "paper.key", "pass " + std::to_string(pass), again ? "the same person again" : ""));
}

std::vector<std::size_t> unchosen_in(const std::vector<KeyedDifference>& differences,
                                     const std::vector<KeyedChoice>& choices) {
  std::vector<std::size_t> unchosen;
  for (const KeyedDifference& difference : differences) {
    const auto found = std::ranges::find(choices, difference.place, &KeyedChoice::place);
    if (found == choices.end() || (found->pass != 1 && found->pass != 2))
      unchosen.push_back(difference.place);
  }
  return unchosen;
}

KeptForm settled_form(const Hand& hand, const std::vector<Draft>& drafts,
                      const std::vector<KeyedChoice>& choices) {
  KeptForm form;
  form.settled = true;
  for (const auto& [key, said] : said_twice(drafts)) {
    const auto place = hand.sheet.plan->find(place_of(key));
    if (!place) continue;
    const auto choice = std::ranges::find(choices, *place, &KeyedChoice::place);
    const bool second = choice != choices.end() && choice->pass == 2;
    const TypedAnswer& written = second ? said.second : said.first;
    if (written != nothing_said) form.answers.push_back({key, written, "", said.version});
  }
  return form;
}

}  // namespace

bool may_key(const assessment::Standing& standing) {
  return standing.school_roles.empty() && assessment::allows(standing, assessment::Right::read_all_answers);
}

base::Result<KeyedForms> keyed_forms(Installation& installation, const Hand& hand) {
  if (!may_key(hand.standing)) return nothing_to_key();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const base::Instant now = installation.clock.now();
  return look<KeyedForms>(installation.database, [&](Records& records) -> base::Result<KeyedForms> {
    return compared(hand, drafts_of(records, hand, *seals, now));
  });
}

base::Result<int> key_form(Installation& installation, const render::Texts& texts, const Hand& hand,
                           std::string_view bytes) {
  if (!may_key(hand.standing)) return nothing_to_key();
  const auto sent = read_worksheet(texts, hand.sheet, bytes);
  if (!sent) return sent.problems();
  if (sent->filled)
    return base::Problem(why::keyed_not_blank, "Key the form into a blank worksheet of this school",
                         {"file", 0, 0});
  const auto form = keyed_of(*sent);
  if (!form) return form.problems();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const auto id = ReturnedFormId::make(installation.random);
  return change<int>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
    return keep_pass(records, hand, *seals, *form, id, now);
  });
}

base::Result<std::vector<std::size_t>> settle_keyed(Installation& installation, const Hand& hand,
                                                    const std::string& key,
                                                    const std::vector<KeyedChoice>& choices) {
  using Places = std::vector<std::size_t>;
  if (!may_key(hand.standing)) return nothing_to_key();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const auto id = ReturnedFormId::make(installation.random);
  return change<Places>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Places>> {
        if (auto refused = refusal_now(records, hand.sheet, now)) return *refused;
        const auto drafts = drafts_of(records, hand, *seals, now);
        if (drafts.size() < 2 || drafts.back().form.id.text() != key) return nothing_to_key();
        const auto differences = compared(hand, drafts).differences;
        auto unchosen = unchosen_in(differences, choices);
        if (!unchosen.empty()) return Change<Places>::nothing(std::move(unchosen));
        const KeptForm form = settled_form(hand, drafts, choices);
        for (const Draft& draft : drafts) records.returned_forms.remove(draft.form.id);
        records.returned_forms.keep({id, hand.sheet.key(), std::string(keyed_kind), 2, hand.actor.person.id,
                                     now, seal_form(*seals, id, form)});
        const std::string what = std::to_string(form.answers.size()) + " answers, " +
                                 std::to_string(differences.size()) + " keyed in two ways";
        return Change<Places>(Places(), told_by(hand, "paper.hand_over", "", what));
      });
}

base::Result<bool> discard_keyed(Installation& installation, const Hand& hand) {
  if (!may_key(hand.standing)) return nothing_to_key();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        const auto drafts = drafts_of(records, hand, *seals, now);
                        if (drafts.empty()) return nothing_to_key();
                        for (const Draft& draft : drafts) records.returned_forms.remove(draft.form.id);
                        return Change<bool>(true, told_by(hand, "paper.discard", ""));
                      });
}

}  // namespace smm::app
