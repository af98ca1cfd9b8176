// SPDX-License-Identifier: Apache-2.0
#include "app/linking/link_review.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "app/linking/explained_links.hpp"
#include "app/linking/link_files.hpp"
#include "app/problems.hpp"
#include "app/providers/open_registry.hpp"
#include "exchange/csv.hpp"
#include "outcomes/linkage/decisions.hpp"
#include "outcomes/linkage/problems.hpp"

namespace smm::app::linking {
namespace {

namespace linkage = outcomes::linkage;
namespace registry = outcomes::registry;

constexpr std::string_view decisions_header = "graduate_id,npi,decision\n";

// The decisions' file, or its header when there is none yet.
base::Result<std::string> decisions_text(const Files& files, const std::string& path) {
  auto bytes = files.read(path);
  if (bytes) return bytes;
  if (bytes.problems().front().code == problem::file_not_found.code) return std::string(decisions_header);
  return bytes;
}

base::Result<base::Table> decisions_table(const Files& files, const std::string& path) {
  const auto text = decisions_text(files, path);
  if (!text) return text.problems();
  return exchange::read_table(*text, path, {"graduate_id", "npi", "decision"});
}

using DecidedPairs = std::map<std::pair<std::string, std::string>, std::string>;

base::Result<DecidedPairs> decided_pairs(const Files& files, const std::string& path) {
  const auto table = decisions_table(files, path);
  if (!table) return table.problems();
  if (const auto checked = linkage::read_decisions(*table); !checked) return checked.problems();
  DecidedPairs pairs;
  const std::size_t id = *table->column("graduate_id"), npi = *table->column("npi"),
                    said = *table->column("decision");
  for (const base::TableRow& row : table->rows)
    if (!row.cells[said].empty()) pairs[{row.cells[id], row.cells[npi]}] = row.cells[said];
  return pairs;
}

// A pair of the explanations.
struct PairPlace {
  const ExplainedLink* link = nullptr;
  const ExplainedCandidate* candidate = nullptr;
  std::size_t number = 0;
  std::string decision;

  double sureness() const { return std::abs(candidate->probability - 0.5); }
};

std::vector<PairPlace> all_pairs(const std::vector<ExplainedLink>& links, const DecidedPairs& decided) {
  std::vector<PairPlace> all;
  for (const ExplainedLink& link : links)
    for (const ExplainedCandidate& candidate : link.candidates) {
      const auto said = decided.find({link.graduate_id, candidate.npi});
      all.push_back({&link, &candidate, all.size(), said == decided.end() ? "" : said->second});
    }
  return all;
}

std::vector<PairPlace> open_pairs(std::vector<PairPlace> pairs, const ReviewRequest& request) {
  std::erase_if(pairs, [&](const PairPlace& pair) {
    return !pair.decision.empty() || pair.sureness() > 0.5 - request.least_doubt;
  });
  std::ranges::stable_sort(pairs, {}, &PairPlace::sureness);
  pairs.resize(std::min(pairs.size(), request.most));
  return pairs;
}

// What pairs are shown from.
class ReviewGround {
 public:
  static base::Result<ReviewGround> open(const Files& files, const providers::RegistryFiles& registry_files,
                                         const ReviewRequest& request) {
    base::Problems left_out;
    auto table = read_loose_table(files, request.roster, left_out);
    if (!table) return table.problems();
    if (const auto roster = linkage::read_roster(*table); !roster) return roster.problems();
    auto links = read_explained_links(files, request.explanations);
    if (!links) return links.problems();
    const auto decided = decided_pairs(files, request.decisions);
    if (!decided) return decided.problems();
    auto registry = providers::open_registry(registry_files, request.registry);
    if (!registry) return registry.problems();
    return ReviewGround(*std::move(table), *std::move(links), *decided, *std::move(registry));
  }

  std::vector<PairPlace> pairs() const { return all_pairs(links_, decided_); }

  // Nothing for one that is gone since the explanations were written.
  std::optional<ReviewPair> shown(const PairPlace& pair) const {
    const auto row = rows_.find(pair.link->graduate_id);
    const auto npi = registry::Npi::parse(pair.candidate->npi);
    const auto person = npi ? registry_.snapshot.find(*npi) : std::nullopt;
    if (row == rows_.end() || !person) return std::nullopt;
    ReviewPair shown{pair.link->graduate_id,
                     pair.candidate->npi,
                     facts_of_graduate(table_, table_.rows[row->second]),
                     facts_of_person(registry_.snapshot, *person),
                     pair.number,
                     pair.candidate->fields,
                     pair.candidate->probability,
                     pair.decision};
    return shown;
  }

 private:
  ReviewGround(base::Table table, std::vector<ExplainedLink> links, DecidedPairs decided,
               providers::OpenRegistry registry)
      : table_(std::move(table)),
        links_(std::move(links)),
        decided_(std::move(decided)),
        registry_(std::move(registry)) {
    const std::size_t id = *table_.column("graduate_id");
    for (std::size_t row = 0; row < table_.rows.size(); ++row) rows_.emplace(table_.rows[row].cells[id], row);
  }

  base::Table table_;
  std::vector<ExplainedLink> links_;
  DecidedPairs decided_;
  providers::OpenRegistry registry_;
  std::map<std::string, std::size_t> rows_;
};

std::string figure(const std::optional<linkage::QualityFigure>& figure, int which) {
  if (!figure) return "";
  return fmt::format("{:.4f}", which == 0   ? figure->estimate
                               : which == 1 ? figure->interval.low
                                            : figure->interval.high);
}

// The groups a graduate is in.
std::vector<std::pair<std::string, std::string>> groups_of(const linkage::Graduate& graduate,
                                                           std::size_t namesakes) {
  const std::string sex = graduate.sex == linkage::GraduateSex::female ? "F"
                          : graduate.sex == linkage::GraduateSex::male ? "M"
                                                                       : "not given";
  const int five = graduate.graduation_year ? *graduate.graduation_year / 5 * 5 : 0;
  return {{"all", ""},
          {"sex", sex},
          {"profession", std::string(linkage::name_of(graduate.profession))},
          {"year", five == 0 ? "not given" : fmt::format("{}-{}", five, five + 4)},
          {"surname on the roster", namesakes == 1  ? "once"
                                    : namesakes < 5 ? "2-4 times"
                                                    : "5 times or more"}};
}

linkage::QualityRow quality_row(const ExplainedLink& link, const DecidedPairs& decided, double accept) {
  linkage::QualityRow row;
  row.has_record = 1 - link.none;
  if (link.candidates.empty()) return row;
  const ExplainedCandidate& best = link.candidates.front();
  row.best = best.probability;
  row.linked = best.probability >= accept;
  const auto said = decided.find({link.graduate_id, best.npi});
  if (said != decided.end() && said->second != "unsure") row.reviewed_the_same = said->second == "same";
  return row;
}

// One row for every group a graduate is in, by group and value.
std::vector<linkage::QualityRow> quality_rows(const std::vector<linkage::Graduate>& graduates,
                                              const std::vector<ExplainedLink>& links,
                                              const DecidedPairs& decided, double accept) {
  std::map<std::string_view, const ExplainedLink*> by_id;
  for (const ExplainedLink& link : links) by_id.emplace(link.graduate_id, &link);
  std::map<std::string_view, std::size_t> namesakes;
  for (const linkage::Graduate& graduate : graduates) ++namesakes[graduate.last.whole];
  std::vector<linkage::QualityRow> rows;
  for (const linkage::Graduate& graduate : graduates) {
    const auto at = by_id.find(graduate.id);
    if (at == by_id.end()) continue;
    linkage::QualityRow row = quality_row(*at->second, decided, accept);
    for (auto& [group, value] : groups_of(graduate, namesakes[graduate.last.whole])) {
      row.group = group;
      row.value = value;
      rows.push_back(row);
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return std::pair(a.group, a.value) < std::pair(b.group, b.value);
  });
  return rows;
}

}  // namespace

base::Result<std::vector<ReviewPair>> review_queue(const Files& files,
                                                   const providers::RegistryFiles& registry_files,
                                                   const ReviewRequest& request) {
  const auto ground = ReviewGround::open(files, registry_files, request);
  if (!ground) return ground.problems();
  std::vector<ReviewPair> queue;
  for (const PairPlace& pair : open_pairs(ground->pairs(), request))
    if (auto shown = ground->shown(pair)) queue.push_back(*std::move(shown));
  return queue;
}

base::Result<std::size_t> count_open_pairs(const Files& files, const ReviewRequest& request) {
  const auto links = read_explained_links(files, request.explanations);
  if (!links) return links.problems();
  const auto decided = decided_pairs(files, request.decisions);
  if (!decided) return decided.problems();
  return open_pairs(all_pairs(*links, *decided), request).size();
}

base::Result<ReviewPair> review_pair(const Files& files, const providers::RegistryFiles& registry_files,
                                     const ReviewRequest& request, std::size_t number) {
  const auto ground = ReviewGround::open(files, registry_files, request);
  if (!ground) return ground.problems();
  const auto pairs = ground->pairs();
  auto shown = number < pairs.size() ? ground->shown(pairs[number]) : std::nullopt;
  if (!shown)
    return base::Problem(linkage::problem::pair_not_found, "There is no such pair in the last linkage");
  return *std::move(shown);
}

std::string queue_csv(const std::vector<ReviewPair>& queue) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"graduate_id", "npi", "graduate", "person", "decision"});
  for (const ReviewPair& pair : queue)
    csv.row({pair.graduate_id, pair.npi, as_line(pair.graduate_facts), as_line(pair.person_facts), ""});
  return text;
}

base::Result<bool> keep_decision(const Files& files, const std::string& path, const ReviewPair& pair,
                                 const std::string& decision) {
  auto text = decisions_text(files, path);
  if (!text) return text.problems();
  exchange::CsvWriter(*text).row({pair.graduate_id, pair.npi, decision});
  files.write(path, *text);
  return true;
}

base::Result<std::size_t> take_decisions(const Files& files, const std::string& path,
                                         const std::string& queue) {
  auto text = decisions_text(files, path);
  if (!text) return text.problems();
  const auto bytes = files.read(queue);
  if (!bytes) return bytes.problems();
  const auto table = exchange::read_table(*bytes, queue, {"graduate_id", "npi", "decision"});
  if (!table) return table.problems();
  if (const auto checked = linkage::read_decisions(*table); !checked) return checked.problems();
  exchange::CsvWriter csv(*text);
  std::size_t taken = 0;
  for (const base::TableRow& row : table->rows) {
    const std::string& decision = row.cells[*table->column("decision")];
    if (decision.empty()) continue;
    csv.row({row.cells[*table->column("graduate_id")], row.cells[*table->column("npi")], decision});
    ++taken;
  }
  files.write(path, *text);
  return taken;
}

base::Result<std::vector<linkage::GroupQuality>> quality_of_links(const Files& files,
                                                                  const QualityRequest& request) {
  base::Problems left_out;
  const auto table = read_loose_table(files, request.roster, left_out);
  if (!table) return table.problems();
  const auto roster = linkage::read_roster(*table);
  if (!roster) return roster.problems();
  const auto links = read_explained_links(files, request.explanations);
  if (!links) return links.problems();
  DecidedPairs decided;
  if (request.decisions) {
    auto read = decided_pairs(files, *request.decisions);
    if (!read) return read.problems();
    decided = std::move(read).value();
  }
  return linkage::link_quality(quality_rows(roster->graduates, *links, decided, request.accept), 0.95);
}

std::string quality_csv(const std::vector<linkage::GroupQuality>& qualities) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"group", "value", "graduates", "linked", "precision", "precision_low", "precision_high", "recall",
           "recall_low", "recall_high", "reviewed", "reviewed_the_same", "reviewed_precision", "reviewed_low",
           "reviewed_high"});
  for (const linkage::GroupQuality& q : qualities) {
    csv.cell(q.group).cell(q.value).cell(std::to_string(q.graduates)).cell(std::to_string(q.linked));
    for (const auto* estimate : {&q.precision, &q.recall})
      for (int which = 0; which < 3; ++which) csv.cell(figure(*estimate, which));
    csv.cell(std::to_string(q.reviewed)).cell(std::to_string(q.reviewed_the_same));
    for (int which = 0; which < 3; ++which) csv.cell(figure(q.reviewed_precision, which));
    csv.end_row();
  }
  return text;
}

}  // namespace smm::app::linking
