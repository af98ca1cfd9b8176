// SPDX-License-Identifier: Apache-2.0
#include "app/linking/link_graduates.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "app/linking/exchange_model.hpp"
#include "app/linking/link_files.hpp"
#include "app/providers/open_registry.hpp"
#include "exchange/csv.hpp"
#include "exchange/json.hpp"
#include "outcomes/linkage/decisions.hpp"

namespace smm::app::linking {
namespace {

namespace linkage = outcomes::linkage;

base::Result<linkage::LinkRosterOptions> complete_options(const Files& files,
                                                          const LinkGraduatesRequest& request) {
  linkage::LinkRosterOptions options = request.options;
  if (request.model) {
    auto model = read_model(files, *request.model);
    if (!model) return std::move(model).problems();
    options.model = std::move(model).value();
  }
  if (request.decisions) {
    auto bytes = files.read(*request.decisions);
    if (!bytes) return std::move(bytes).problems();
    auto table = exchange::read_table(*bytes, *request.decisions, {"graduate_id", "npi", "decision"});
    if (!table) return std::move(table).problems();
    auto decisions = linkage::read_decisions(*table);
    if (!decisions) return std::move(decisions).problems();
    options.decisions = std::move(decisions).value();
  }
  return options;
}

std::string shown(double probability) {
  return fmt::format("{:.6f}", probability);
}

void write_candidate(exchange::JsonWriter& json, const linkage::GraduateCandidate& candidate) {
  json.begin_object().key("npi").text(std::to_string(candidate.npi));
  json.key("probability").fixed(candidate.probability, 6).key("weight").fixed(candidate.weight, 3);
  json.key("fields").begin_array();
  for (const linkage::FieldEvidence& evidence : candidate.evidence) {
    json.begin_object().key("field").text(linkage::name_of(evidence.field)).key("level").text(evidence.level);
    json.key("weight").fixed(evidence.weight, 3).key("frequency").number(evidence.frequency).end_object();
  }
  json.end_array().end_object();
}

// JsonWriter indents; a line of JSONL has neither line ends nor blanks between values.
std::string on_one_line(const std::string& json) {
  std::string line;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text && c == '\\') {
      line += c;
      line += json[++i];
      continue;
    }
    if (c == '"') in_text = !in_text;
    if (in_text || (c != '\n' && c != ' ')) line += c;
  }
  return line + "\n";
}

}  // namespace

base::Result<LinkedGraduates> link_graduates(const Files& files,
                                             const providers::RegistryFiles& registry_files,
                                             const Content& content, const LinkGraduatesRequest& request) {
  const auto options = complete_options(files, request);
  if (!options) return options.problems();
  LinkedGraduates linked;
  auto table = read_loose_table(files, request.roster, linked.left_out);
  if (!table) return std::move(table).problems();
  auto roster = linkage::read_roster(*table);
  if (!roster) return std::move(roster).problems();
  auto registry = providers::open_registry(registry_files, request.registry);
  if (!registry) return std::move(registry).problems();
  linked.roster = std::move(roster).value();
  linked.left_out.insert(linked.left_out.end(), linked.roster.questionable.begin(),
                         linked.roster.questionable.end());
  linked.snapshot = registry->snapshot.provenance().id;
  linked.linkage =
      linkage::link_roster(registry->snapshot, linked.roster.graduates, read_nicknames(content), *options);
  return linked;
}

std::string links_csv(const LinkedGraduates& linked) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row(
      {"graduate_id", "state", "npi", "probability", "runner_up_npi", "runner_up_probability", "candidates"});
  for (std::size_t i = 0; i < linked.linkage.links.size(); ++i) {
    const linkage::GraduateLink& link = linked.linkage.links[i];
    csv.cell(linked.roster.graduates[i].id).cell(linkage::name_of(link.state));
    for (std::size_t k = 0; k < 2; ++k) {
      const bool has = k < link.candidates.size();
      csv.cell(has ? std::to_string(link.candidates[k].npi) : "");
      csv.cell(has ? shown(link.candidates[k].probability) : "");
    }
    csv.cell(std::to_string(link.candidates_in_all)).end_row();
  }
  return text;
}

std::string explanations_jsonl(const LinkedGraduates& linked) {
  std::string text;
  for (std::size_t i = 0; i < linked.linkage.links.size(); ++i) {
    const linkage::GraduateLink& link = linked.linkage.links[i];
    std::string one;
    exchange::JsonWriter json(one);
    json.begin_object().key("graduate_id").text(linked.roster.graduates[i].id);
    json.key("state").text(linkage::name_of(link.state));
    json.key("snapshot").text(linked.snapshot);
    json.key("not_in_registry").fixed(link.none, 6).key("candidates").begin_array();
    for (const linkage::GraduateCandidate& candidate : link.candidates) write_candidate(json, candidate);
    json.end_array().key("further").begin_array();
    for (const linkage::FurtherCandidate& further : link.further) {
      json.begin_object().key("npi").text(std::to_string(further.npi));
      json.key("probability").fixed(further.probability, 6).end_object();
    }
    json.end_array().end_object().finish();
    text += on_one_line(one);
  }
  return text;
}

std::string draws_csv(const LinkedGraduates& linked) {
  std::string text;
  exchange::CsvWriter csv(text);
  csv.row({"draw", "graduate_id", "npi"});
  for (const linkage::DrawnLink& link : linked.linkage.draws)
    csv.row({std::to_string(link.draw), linked.roster.graduates[link.graduate].id, std::to_string(link.npi)});
  return text;
}

HoldoutResult compare_with_held_out(const LinkedGraduates& linked, double accept) {
  HoldoutResult result;
  for (std::size_t i = 0; i < linked.linkage.links.size(); ++i) {
    const auto& npi = linked.roster.graduates[i].npi;
    if (!npi) continue;
    ++result.known;
    const auto& candidates = linked.linkage.links[i].candidates;
    const auto& further = linked.linkage.links[i].further;
    const auto is_known = [&](const auto& candidate) { return candidate.npi == npi->number(); };
    result.retrieved += std::any_of(candidates.begin(), candidates.end(), is_known) ||
                        std::any_of(further.begin(), further.end(), is_known);
    if (candidates.empty() || candidates.front().probability < accept) continue;
    ++result.accepted;
    result.right += candidates.front().npi == npi->number();
  }
  return result;
}

}  // namespace smm::app::linking
