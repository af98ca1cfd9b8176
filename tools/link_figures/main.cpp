// SPDX-License-Identifier: Apache-2.0
// Compares what `smm link` or `smm link pairs` wrote with known truth and prints the figures of
// docs/performance.md.
//
//   link_figures graduates links.csv truth.csv explain.jsonl
//     truth: graduate_id,npi,surname; npi is empty for who is not in the registry, surname tells whether it
//     "agrees" with the registry's at least fuzzily
//   link_figures pairs pairs.csv truth.csv
//     truth: left_id,right_id
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "exchange/csv.hpp"

namespace {

struct Claim {
  double probability = 0;
  bool right = false;
};

smm::base::Table table_at(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto table = smm::exchange::read_table(bytes, path);
  if (!table) throw std::runtime_error(to_string(table.problems().front()));
  return *std::move(table);
}

std::vector<std::string> column_of(const smm::base::Table& table, const char* name) {
  const auto at = table.column(name);
  if (!at) throw std::runtime_error(table.source + " has no column " + name);
  std::vector<std::string> cells;
  for (const auto& row : table.rows) cells.push_back(row.cells[*at]);
  return cells;
}

// Mean distance of probability and truth over ten bins of equal width, weighted by their size.
double calibration_error(const std::vector<Claim>& claims) {
  std::vector<double> difference(10);
  for (const Claim& claim : claims)
    difference[std::min(static_cast<std::size_t>(claim.probability * 10), std::size_t{9})] +=
        claim.probability - (claim.right ? 1 : 0);
  double sum = 0;
  for (const double d : difference) sum += std::abs(d);
  return claims.empty() ? 0 : sum / static_cast<double>(claims.size());
}

void print_figures(std::vector<Claim> claims, std::size_t true_pairs) {
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim& a, const Claim& b) { return a.probability > b.probability; });
  const auto all = static_cast<double>(true_pairs);
  double right = 0, best_f1 = 0, recall_at_99 = 0, sure = 0, sure_right = 0, likely = 0, likely_right = 0,
         hoped = 0, recall_hoped = 0;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    right += claims[i].right;
    hoped += claims[i].probability;
    const double so_far = static_cast<double>(i + 1);
    if (right / so_far >= 0.99) recall_at_99 = right / all;
    if (hoped / so_far >= 0.99) recall_hoped = right / all;
    best_f1 = std::max(best_f1, 2 * right / (so_far + all));
    if (claims[i].probability >= 0.99) sure = so_far, sure_right = right;
    if (claims[i].probability >= 0.5) likely = so_far, likely_right = right;
  }
  std::cout << fmt::format(
      "true pairs                        {}\n"
      "F1 at probability 0.5             {:.4f} (precision {:.4f}, recall {:.4f})\n"
      "best F1 at any probability        {:.4f}\n"
      "recall at a true precision of .99 {:.4f}\n"
      "recall at own probability >= .99  {:.4f} (precision {:.4f})\n"
      "recall at own mean probability .99 {:.4f}\n"
      "calibration error (ECE)           {:.4f}\n",
      true_pairs, 2 * likely_right / (likely + all), likely_right / std::max(likely, 1.0), likely_right / all,
      best_f1, recall_at_99, sure_right / all, sure_right / std::max(sure, 1.0), recall_hoped,
      calibration_error(claims));
}

// How many true pairs were retrieved at all, of all and of those whose surname agrees.
void print_retrieval(const std::string& explain_path, const std::map<std::string, std::string>& truth,
                     const std::map<std::string, bool>& agrees) {
  std::ifstream file(explain_path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + explain_path);
  double all = 0, found = 0, all_agree = 0, found_agree = 0;
  for (std::string line; std::getline(file, line);) {
    const std::string begin = "{\"graduate_id\":\"";
    const std::string id = line.substr(begin.size(), line.find('"', begin.size()) - begin.size());
    const std::string& npi = truth.at(id);
    if (npi.empty()) continue;
    const bool retrieved = line.find("\"npi\":\"" + npi + "\"") != std::string::npos;
    ++all;
    found += retrieved;
    all_agree += agrees.at(id);
    found_agree += agrees.at(id) && retrieved;
  }
  std::cout << fmt::format(
      "retrieval recall, surname agrees  {:.4f}\n"
      "retrieval recall, all             {:.4f}\n",
      found_agree / all_agree, found / all);
}

void graduates(const std::string& links_path, const std::string& truth_path,
               const std::string& explain_path) {
  const auto truth_table = table_at(truth_path), links = table_at(links_path);
  const auto ids = column_of(truth_table, "graduate_id"), npis = column_of(truth_table, "npi"),
             surnames = column_of(truth_table, "surname");
  std::map<std::string, std::string> truth;
  std::map<std::string, bool> agrees;
  std::size_t present = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    truth[ids[i]] = npis[i];
    agrees[ids[i]] = surnames[i] == "agrees";
    present += !npis[i].empty();
  }
  const auto linked = column_of(links, "graduate_id"), best = column_of(links, "npi"),
             probability = column_of(links, "probability");
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < linked.size(); ++i)
    if (!best[i].empty()) claims.push_back({std::stod(probability[i]), truth[linked[i]] == best[i]});
  print_figures(std::move(claims), present);
  print_retrieval(explain_path, truth, agrees);
}

void pairs(const std::string& pairs_path, const std::string& truth_path) {
  const auto truth_table = table_at(truth_path), found = table_at(pairs_path);
  const auto key = [](const std::string& a, const std::string& b) { return std::minmax(a, b); };
  std::set<std::pair<std::string, std::string>> truth;
  const auto true_left = column_of(truth_table, "left_id"), true_right = column_of(truth_table, "right_id");
  for (std::size_t i = 0; i < true_left.size(); ++i) truth.insert(key(true_left[i], true_right[i]));
  const auto left = column_of(found, "left_id"), right = column_of(found, "right_id"),
             probability = column_of(found, "probability");
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < left.size(); ++i)
    claims.push_back({std::stod(probability[i]), truth.contains(key(left[i], right[i]))});
  print_figures(std::move(claims), truth.size());
}

}  // namespace

int main(int argc, char** argv) {
  const std::string kind = argc >= 4 ? argv[1] : "";
  try {
    if (kind == "graduates" && argc == 5) return graduates(argv[2], argv[3], argv[4]), 0;
    if (kind == "pairs" && argc == 4) return pairs(argv[2], argv[3]), 0;
  } catch (const std::exception& error) {
    std::cerr << "link_figures: " << error.what() << '\n';
    return 1;
  }
  std::cerr << "Usage: link_figures graduates LINKS.csv TRUTH.csv EXPLAIN.jsonl\n       link_figures pairs "
               "PAIRS.csv TRUTH.csv\n";
  return 2;
}
