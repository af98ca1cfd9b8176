// SPDX-License-Identifier: Apache-2.0
#include "app/measuring/run_measures.hpp"

#include <algorithm>
#include <memory>

#include "app/measuring/address_history.hpp"
#include "app/measuring/measures.hpp"
#include "app/placing/reference_folder.hpp"
#include "app/providers/open_registry.hpp"
#include "crypto/hash.hpp"
#include "exchange/csv.hpp"
#include "outcomes/measure/problems.hpp"

namespace smm::app::measuring {
namespace {

namespace measure = outcomes::measure;
namespace place = outcomes::place;
namespace reference = outcomes::reference;
namespace registry = outcomes::registry;
using base::Problems;

constexpr const char* shipped_shares = "reference/state-shares.csv";
constexpr std::string_view primary_care_value_set = "primary-care-taxonomies@";

// Reads the files of a request one after the other; the first that is bad ends it.
class Run {
 public:
  Run(const Files& files, const Content& content, const providers::RegistryFiles& registry_files,
      const MeasureRequest& request)
      : files_(files), content_(content), registry_files_(registry_files), request_(request) {}

  bool read() {
    return choose_measures() && read_cohort() && read_schools() && read_links() && read_draws() &&
           read_practices() && read_shares();
  }

  MeasuredCohort finish() {
    const measure::MeasureInput input{
        result_.catalogue, result_.measures, cohort_,        schools_,    links_,        draws_,
        *practices_,       &shares_,         request_.as_of, request_.by, request_.seed, request_.threads};
    result_.rows = measure::run_measures(input);
    add_notes(input);
    return std::move(result_);
  }

  Problems& problems() { return problems_; }

 private:
  template <class T>
  bool take(base::Result<T> read, T& into) {
    if (read)
      into = std::move(*read);
    else
      problems_ = std::move(read).problems();
    return problems_.empty();
  }

  // Hands the bytes of a file to `read`, and cites them.
  template <class T, class Read>
  bool read_file(const std::string& path, std::string_view cited_as, T& into, const Read& read) {
    const auto bytes = files_.read(path);
    if (!bytes) {
      problems_ = bytes.problems();
      return false;
    }
    base::MemorySource source(*bytes);
    cite(std::string(cited_as) + " " + crypto::sha256_hex(*bytes).substr(0, 12));
    return take(read(source), into);
  }

  void cite(const std::string& what) { result_.snapshots += (result_.snapshots.empty() ? "" : "; ") + what; }

  bool choose_measures() {
    if (!take(load_measures(files_, content_, request_.folder), result_.catalogue)) return false;
    for (const std::string& id : request_.measures) {
      result_.measures.push_back(result_.catalogue.find(id));
      if (result_.measures.back() == nullptr)
        problems_.emplace_back(measure::problem::measure_not_found, "there is no measure \"" + id + "\"");
    }
    if (request_.measures.empty())
      for (const measure::Definition& definition : result_.catalogue.measures)
        result_.measures.push_back(&definition);
    for (const std::string& column : request_.by)
      if (!measure::stratum_fact(column))
        problems_.emplace_back(measure::problem::stratum_unknown,
                               "results cannot be parted by \"" + column + "\"");
    return problems_.empty();
  }

  bool read_cohort() {
    return read_file(request_.cohort, "cohort", cohort_, [&](base::ByteSource& bytes) {
      return measure::read_cohort(bytes, request_.cohort, request_.as_of, result_.catalogue);
    });
  }

  bool read_schools() {
    if (!request_.schools) return true;
    return read_file(*request_.schools, "schools", schools_, [&](base::ByteSource& bytes) {
      return measure::read_schools(bytes, *request_.schools, cohort_);
    });
  }

  bool read_links() {
    links_ = measure::no_links(cohort_);
    if (!request_.links) return true;
    return read_file(*request_.links, "links", links_, [&](base::ByteSource& bytes) {
      return measure::read_links(bytes, *request_.links, cohort_);
    });
  }

  bool read_draws() {
    if (!request_.draws) return true;
    return read_file(*request_.draws, "draws", draws_, [&](base::ByteSource& bytes) {
      return measure::read_draws(bytes, *request_.draws, cohort_, links_);
    });
  }

  bool read_practices() {
    practices_ = std::make_unique<measure::Practices>(std::vector<measure::Practice>{});
    if (!request_.registry) return true;
    auto open = providers::open_registry(registry_files_, *request_.registry);
    if (!open) {
      problems_ = open.problems();
      return false;
    }
    reference::ReferenceAt lists;
    if (!open_lists(lists)) return false;
    cite("registry " + open->snapshot.provenance().id.substr(0, 12));
    cite("addresses " + std::string(place::name_of(request_.rule)));
    const place::Places places(lists);
    take_practices(open->snapshot, places, lists);
    return true;
  }

  bool open_lists(reference::ReferenceAt& lists) {
    if (!request_.reference && !request_.shipped_lists) return true;
    reference::ReferenceOptions options;
    options.day = request_.as_of;
    options.discipline = request_.discipline;
    auto opened = request_.reference
                      ? placing::open_reference_folder(files_, content_, *request_.reference, options)
                      : placing::open_shipped_lists(content_, options);
    if (!opened) {
      problems_ = opened.problems();
      return false;
    }
    lists = std::move(*opened);
    cite(reference::cited(lists));
    return true;
  }

  // The sets that the catalogue names, whichever version.
  std::vector<std::string> taxonomy_set_ids() const {
    for (const measure::ValueSet& set : result_.catalogue.value_sets)
      if ((set.id + "@").starts_with(primary_care_value_set)) return set.codes;
    return {};
  }

  void take_practices(const registry::Snapshot& snapshot, const place::Places& places,
                      const reference::ReferenceAt& lists) {
    const std::vector<std::uint32_t> npis = measure::linked_npis(links_, draws_);
    const bool follows =
        std::any_of(result_.measures.begin(), result_.measures.end(),
                    [](const auto* definition) { return definition->follow_up && definition->needs_link; });
    AddressHistories histories;
    if (follows) histories = address_histories(files_, *request_.registry, snapshot, npis);
    const measure::PracticeSources sources{snapshot,           places,         lists.taxonomy_sets,
                                           taxonomy_set_ids(), request_.as_of, request_.rule};
    std::vector<measure::Practice> found;
    for (const std::uint32_t npi : npis) {
      const auto history = histories.find(npi);
      auto practice = measure::practice_from_registry(
          sources, npi, history == histories.end() ? nullptr : &history->second);
      if (practice) found.push_back(*practice);
    }
    if (found.size() < npis.size())
      result_.notes.push_back(
          {"", std::to_string(npis.size() - found.size()) + " linked NPIs are not in this registry"});
    practices_ = std::make_unique<measure::Practices>(std::move(found));
  }

  bool read_shares() { return take(load_shares(files_, content_, request_.shares), shares_); }

  void add_notes(const measure::MeasureInput& input) {
    if (links_.others > 0)
      result_.notes.push_back({"", std::to_string(links_.others) + " links are of nobody in the cohort"});
    bool without_registry = false, without_schools = false;
    const std::vector<std::size_t> undecided = measure::undecided_persons(input);
    for (std::size_t i = 0; i < undecided.size(); ++i) {
      const measure::Definition* definition = result_.measures[i];
      if (undecided[i] > 0)
        result_.notes.push_back({definition->id, std::to_string(undecided[i]) +
                                                     " persons count nowhere: it is not known whether they "
                                                     "belong to its population"});
      without_registry |= definition->needs_link && !request_.registry;
      without_schools |= definition->scoring == measure::Scoring::representation && !request_.schools;
    }
    if (without_registry) result_.notes.push_back({"", "without --registry nothing is known of practice"});
    if (without_schools) result_.notes.push_back({"", "without --schools there is no representation ratio"});
  }

  const Files& files_;
  const Content& content_;
  const providers::RegistryFiles& registry_files_;
  const MeasureRequest& request_;
  MeasuredCohort result_;
  Problems problems_;
  measure::Cohort cohort_;
  std::vector<measure::School> schools_;
  measure::Links links_;
  std::vector<measure::Links> draws_;
  std::unique_ptr<measure::Practices> practices_;
  measure::PopulationShares shares_;
};

}  // namespace

base::Result<measure::PopulationShares> load_shares(const Files& files, const Content& content,
                                                    const std::optional<std::string>& path) {
  base::Result<std::string> bytes = path ? files.read(*path) : content.read(shipped_shares).value_or("");
  if (!bytes) return bytes.problems();
  const auto table = exchange::read_table(*bytes, path.value_or(shipped_shares));
  if (!table) return table.problems();
  return measure::read_shares(*table);
}

base::Result<MeasuredCohort> run_measures(const Files& files, const Content& content,
                                          const providers::RegistryFiles& registry_files,
                                          const MeasureRequest& request) {
  Run run(files, content, registry_files, request);
  if (!run.read()) return std::move(run.problems());
  return run.finish();
}

}  // namespace smm::app::measuring
