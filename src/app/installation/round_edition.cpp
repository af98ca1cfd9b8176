// SPDX-License-Identifier: Apache-2.0
#include "app/installation/round_edition.hpp"

#include <mutex>

#include "app/installation/change.hpp"

namespace smm::app {
namespace {

using SharedEdition = std::shared_ptr<const ShelvedEdition>;

// Relabelled editions are few, and dear to make: they hold the plans of all their sheets.
struct RelabelledEditions {
  static constexpr std::size_t most_kept = 32;

  std::mutex mutex;
  std::map<std::pair<SharedEdition, AreaLabels>, SharedEdition> kept;
};

RelabelledEditions& relabelled_editions() {
  static RelabelledEditions editions;
  return editions;
}

SharedEdition relabelled(const SharedEdition& shelved, const AreaLabels& labels) {
  RelabelledEditions& all = relabelled_editions();
  const std::lock_guard lock(all.mutex);
  const auto found = all.kept.find({shelved, labels});
  if (found != all.kept.end()) return found->second;
  if (all.kept.size() == RelabelledEditions::most_kept) all.kept.clear();
  instrument::Edition edition = shelved->edition;
  for (auto& section : edition.sections) {
    const auto label = labels.find(section.id);
    if (label != labels.end()) section.label = label->second;
  }
  auto made = std::make_shared<const ShelvedEdition>(std::move(edition), shelved->choice);
  all.kept.emplace(std::pair(shelved, labels), made);
  return made;
}

}  // namespace

// Lines of an id, a tab and a label.
AreaLabels area_labels(Records& records, const assessment::RoundId& round) {
  AreaLabels labels;
  const auto kept = records.campaign.text(round, area_labels_text);
  std::string_view text = kept ? std::string_view(*kept) : std::string_view();
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::size_t tab = line.find('\t');
    if (tab != std::string_view::npos) labels.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  return labels;
}

std::string written_labels(const AreaLabels& labels) {
  std::string text;
  for (const auto& [id, label] : labels) text += id + "\t" + label + "\n";
  return text;
}

base::Result<SharedEdition> round_edition(Records& records, EditionShelf& editions,
                                          const assessment::Round& round) {
  auto shelved = editions.edition(round);
  if (!shelved) return shelved;
  const AreaLabels labels = area_labels(records, round.id);
  return labels.empty() ? *shelved : relabelled(*shelved, labels);
}

base::Result<SharedEdition> edition_of_round(Installation& installation, const assessment::Round& round) {
  return look<SharedEdition>(installation.database, [&](Records& records) {
    return round_edition(records, installation.editions, round);
  });
}

}  // namespace smm::app
