// SPDX-License-Identifier: Apache-2.0
#include <fmt/core.h>

#include <ostream>
#include <thread>

#include "app/linking/link_graduates.hpp"
#include "base/document_reader.hpp"
#include "cli/command.hpp"
#include "outcomes/linkage/graduate_model.hpp"

namespace smm::cli {
namespace {

using app::linking::LinkedGraduates;
using app::linking::LinkGraduatesRequest;

std::string percent_of(std::size_t part, std::size_t whole) {
  return whole == 0 ? "none"
                    : fmt::format("{:.1f} %", 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

void tell_states(const LinkedGraduates& linked, std::ostream& err) {
  using outcomes::linkage::LinkState;
  const auto& links = linked.linkage.links;
  for (const LinkState state : {LinkState::linked, LinkState::ambiguous, LinkState::not_in_registry,
                                LinkState::no_npi_expected, LinkState::contradicted}) {
    std::size_t count = 0;
    for (const auto& link : links) count += link.state == state;
    err << fmt::format("{:>8}  {}\n", count, outcomes::linkage::name_of(state));
  }
}

void tell_acceptance(double from, const std::string& share, std::ostream& err) {
  if (from > 1)
    err << "No links are sure enough to be right in " << share << " of cases together.\n";
  else
    err << fmt::format("Linked from a probability of {:.4f}: together they are expected to be right in {}.\n",
                       from, share);
}

void tell_method(const LinkedGraduates& linked, const Given& given, std::ostream& err) {
  const auto& linkage = linked.linkage;
  err << fmt::format(
      "{} persons looked at, {} candidates kept. Left out for one graduate: odds of at most {:.2g} "
      "against no record, {:.2g} on average, among those of a similar surname.\n",
      linkage.persons_looked_at, linkage.candidates, linkage.most_left_out, linkage.mean_left_out);
  if (given.has("--model")) {
    err << "The model was read, not trained.\n";
  } else {
    err << fmt::format("The model {} after {} steps (largest change {:.2g}).\n",
                       linkage.convergence.converged ? "settled" : "had NOT settled",
                       linkage.convergence.iterations, linkage.convergence.largest_change);
  }
  err << fmt::format("{} groups of graduates have a candidate in common{}.\n", linkage.conflicts,
                     linkage.conflicts_settled ? "" : "; their probabilities had NOT settled");
  if (given.has("--accept-share")) tell_acceptance(linkage.accepted_from, given.text("--accept-share"), err);
  err << "Snapshot " << linked.snapshot << "\n";
}

void tell_holdout(const LinkedGraduates& linked, double accept, std::ostream& err) {
  const auto held = app::linking::compare_with_held_out(linked, accept);
  err << fmt::format(
      "Held out: {} known NPIs; {} linked, of these {} to the known NPI; the known NPI is among the "
      "candidates of {}.\n",
      held.known, percent_of(held.accepted, held.known), percent_of(held.right, held.accepted),
      percent_of(held.retrieved, held.known));
}

std::optional<std::int64_t> whole_number(const Given& given, const std::string& name, std::int64_t otherwise,
                                         std::int64_t at_least, std::int64_t at_most, std::ostream& err) {
  if (!given.has(name)) return otherwise;
  const auto number = base::parse_integer(given.text(name));
  if (number && *number >= at_least && *number <= at_most) return number;
  err << fmt::format("smm link: {} takes a whole number from {} to {}\n", name, at_least, at_most);
  return std::nullopt;
}

bool read_acceptance(const Given& given, LinkGraduatesRequest& request, std::ostream& err) {
  const char* option = given.has("--accept-share") ? "--accept-share" : "--accept";
  const auto number = base::parse_decimal(given.text_or(option, "0.9"));
  if (given.has("--accept") && given.has("--accept-share")) {
    err << "smm link: --accept and --accept-share are two ways to say the same; give one of them\n";
    return false;
  }
  if (!number || *number < 0.5 || *number > 1) {
    err << fmt::format("smm link: {} takes a number from 0.5 to 1\n", option);
    return false;
  }
  if (given.has("--accept-share"))
    request.options.accept_share = number;
  else
    request.options.accept = *number;
  return true;
}

std::optional<LinkGraduatesRequest> read_graduates_request(const Given& given, std::ostream& err) {
  LinkGraduatesRequest request;
  if (!given.has("--roster") || !given.has("--registry")) {
    err << "smm link: --roster and --registry are needed; smm link --help shows an example\n";
    return std::nullopt;
  }
  request.roster = given.text("--roster");
  request.registry = given.text("--registry");
  request.model = given.value("--model");
  request.decisions = given.value("--decisions");
  if (!read_acceptance(given, request, err)) return std::nullopt;
  const auto seed = whole_number(given, "--seed", 1, 0, 1LL << 62, err);
  const auto draws = whole_number(given, "--draws", 0, 1, 10000, err);
  const auto threads =
      whole_number(given, "--threads", std::max(1u, std::thread::hardware_concurrency()), 1, 256, err);
  if (!seed || !draws || !threads) return std::nullopt;
  request.options.seed = static_cast<std::uint64_t>(*seed);
  request.options.draws = static_cast<std::size_t>(*draws);
  request.options.threads = static_cast<unsigned>(*threads);
  request.options.hide_npis = given.has("--holdout-npi");
  if (given.has("--draws") != given.has("--draws-out")) {
    err << "smm link: --draws and --draws-out belong together\n";
    return std::nullopt;
  }
  return request;
}

int run_link_graduates(const Given& given, const Surroundings& around) {
  const auto request = read_graduates_request(given, around.err);
  if (!request || would_overwrite_input(given, around, {"--roster", "--model", "--decisions"}))
    return wrong_usage;
  const auto linked =
      app::linking::link_graduates(around.files, around.registry_files, around.content, *request);
  if (!linked) return report_problems(linked.problems(), around.err);
  report_problems(linked->left_out, around.err);
  deliver(given, around, app::linking::links_csv(*linked));
  const auto write = [&](const char* option, const auto& text) {
    if (given.has(option)) around.files.write(given.text(option), text(*linked));
  };
  write("--explain", app::linking::explanations_jsonl);
  write("--draws-out", app::linking::draws_csv);
  write("--save-model", [](const LinkedGraduates& l) { return graduate_model_json(l.linkage.model); });
  tell_states(*linked, around.err);
  tell_method(*linked, given, around.err);
  if (request->options.hide_npis) tell_holdout(*linked, linked->linkage.accepted_from, around.err);
  return done;
}

}  // namespace

Command link_command() {
  return {
      "link",
      "Link a roster of graduates to the provider registry",
      "smm link --roster roster.csv --registry registry --out links.csv --explain explain.jsonl",
      {},
      {{"--roster", "FILE", "Graduates as CSV: graduate_id,last,first and more by header; needed"},
       {"--registry", "DIR", "Folder of the registry (smm registry build); needed"},
       {"--out", "FILE", "Write the links here instead of to standard output"},
       {"--explain", "FILE", "Write every candidate's evidence here, one JSON object a line"},
       {"--model", "FILE", "Use this model instead of training one on the roster"},
       {"--save-model", "FILE", "Write the model here"},
       {"--decisions", "FILE", "Reviewed pairs as CSV: graduate_id,npi,decision (same, different, unsure)"},
       {"--draws", "M", "Also draw M whole linkages by their probability"},
       {"--draws-out", "FILE", "Write the draws here: draw,graduate_id,npi"},
       {"--accept", "P", "Probability from which a graduate counts as linked; 0.9 without it"},
       {"--accept-share", "S",
        "Instead: link as many as leave this share of the links right together, such as 0.99"},
       {"--holdout-npi", "", "Hide the NPIs that the roster gives, link, and compare with them"},
       {"--seed", "N", "Seed of the draws; 1 without it"},
       {"--threads", "N", "Threads to use; all processors without it. The result is the same"}},
      run_link_graduates};
}

}  // namespace smm::cli
