// SPDX-License-Identifier: Apache-2.0
#include "app/answering/item_history.hpp"

#include <algorithm>

#include "app/answering/answer_seals.hpp"
#include "app/answering/sheet_open.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"

namespace smm::app {
namespace {

using History = std::vector<HistoryEntry>;

void add_versions(Records& records, const Seals& seals, const Hand& hand, std::size_t place,
                  History& history) {
  const SheetKey key = hand.sheet.key();
  for (const SealedAnswer& kept : records.sheets.history(key, hand.sheet.plan->answers[place].place)) {
    const auto answer = open_answer(seals, key, kept);
    history.push_back(
        {HistoryKind::answered, answer.by, answer.at, answer.version, answer.given, kept.source, ""});
  }
}

void add_not_kept(Records& records, const Seals& seals, const Hand& hand, std::size_t place,
                  History& history) {
  const SheetKey key = hand.sheet.key();
  for (const SealedNotKept& kept : records.sheets.not_kept(key, hand.sheet.plan->answers[place].place))
    history.push_back(
        {HistoryKind::not_kept, kept.by, kept.at, kept.stood, open_not_kept(seals, key, kept), "page", ""});
}

void add_signatures(Records& records, const Hand& hand, std::size_t place, History& history) {
  const auto& plan = *hand.sheet.plan;
  const std::string& office = plan.packets[plan.packet_of[place]].office;
  for (const Signature& kept : records.sheets.signatures(hand.sheet.key())) {
    const HistoryKind kind = kept.office.empty() ? HistoryKind::attested : HistoryKind::affirmed;
    if (kept.office.empty() || kept.office == office)
      history.push_back({kind, kept.by, kept.at, 0, {}, "", kept.digest.substr(0, 12)});
  }
}

void add_evidence(const std::vector<Evidence>& pieces, std::size_t place, History& history) {
  for (const Evidence& piece : pieces) {
    if (piece.place != place) continue;
    history.push_back({HistoryKind::evidence_added, piece.by, piece.at, 0, {}, "", piece.name});
    if (piece.removed)
      history.push_back({HistoryKind::evidence_removed, std::nullopt, *piece.removed, 0, {}, "", piece.name});
  }
}

}  // namespace

base::Result<History> item_history(Installation& installation, const Hand& hand, std::size_t place) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const auto pieces = evidence_seen(installation, hand);
  if (!pieces) return pieces.problems();
  return look<History>(installation.database, [&](Records& records) -> base::Result<History> {
    if (place >= hand.sheet.plan->answers.size() || !seen_by(records, hand)[place])
      return base::Problem(installation_problem::not_there, "There is no such question, or it is not yours");
    History history;
    add_versions(records, *seals, hand, place, history);
    add_not_kept(records, *seals, hand, place, history);
    add_signatures(records, hand, place, history);
    add_evidence(*pieces, place, history);
    std::ranges::stable_sort(history, std::greater<>(), &HistoryEntry::at);
    return history;
  });
}

}  // namespace smm::app
