// SPDX-License-Identifier: Apache-2.0
#include "attacked_service.hpp"

#include <algorithm>
#include <cstdlib>

#include "exchange/json.hpp"
#include "published.hpp"

namespace smm::attacks {
namespace {

app::RosterSchool roster_school(const Site& site) {
  app::RosterSchool school;
  school.code = site.school;
  school.name = "School " + site.school;
  school.profession = profession_of(site.programme);
  school.programmes = {site.programme};
  school.contacts.dean = {"Dean of " + site.school, "dean@" + site.school + ".example"};
  school.frame = {.institution_id = site.institution,
                  .system_id = site.system,
                  .control = site.control,
                  .state = "",
                  .division = site.division,
                  .size = site.size,
                  .carnegie = site.carnegie,
                  .locale = site.locale};
  return school;
}

std::vector<double> scores_but_of(const Round& round, const std::string& school) {
  std::vector<double> scores;
  for (const Site& site : round.frame)
    for (const auto& score : site.scores)
      if (score && site.school != school) scores.push_back(*score);
  return scores;
}

std::string query_of(const Question& question) {
  std::string query;
  const auto add = [&](const std::string& name, const std::string& value) {
    query += (query.empty() ? "?" : "&") + web::form_encoded({{name, value}});
  };
  for (const std::string& peer : question.peers) add("peer", peer);
  for (const auto& [variable, values] : question.filter)
    for (const std::string& value : values) add(variable, value);
  return query;
}

std::optional<double> number_in(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return std::strtod(text.c_str(), nullptr);
}

// What stands in the n-th cell of a row of the page, without its tags.
std::string cell_of_row(const std::string& row, int cell) {
  std::size_t at = 0;
  for (; cell >= 0 && at != std::string::npos; --cell) at = row.find("<td", at + 1);
  if (at == std::string::npos) return "";
  const std::size_t begin = row.find('>', at) + 1;
  return row.substr(begin, row.find("</td>", begin) - begin);
}

constexpr int cell_of_peers = 3;  // own, profession, percentile, peers

}  // namespace

AreaFigures figures_of_page(const std::string& html) {
  AreaFigures figures;
  std::size_t at = html.find("<tbody>");
  while (figures.size() < areas && (at = html.find("<tr", at)) != std::string::npos) {
    const std::size_t end = html.find("</tr>", at);
    figures.push_back(number_in(cell_of_row(html.substr(at, end - at), cell_of_peers)));
    at = end;
  }
  figures.resize(areas);
  return figures;
}

AreaFigures figures_of_json(const std::string& json) {
  AreaFigures figures;
  const auto document = exchange::parse_json(json, "comparison");
  const base::Document* professions = document ? document->find("professions") : nullptr;
  if (professions && professions->list() && !professions->list()->empty())
    if (const base::Document* rows = professions->list()->front().find("rows"); rows && rows->list())
      for (const base::Document& row : *rows->list())
        if (const base::Document* peers = row.find("peers"); peers && peers->scalar())
          figures.push_back(number_in(peers->scalar()->text));
  figures.resize(areas);
  return figures;
}

std::vector<Question> filters_of_page(const std::vector<Question>& filters) {
  std::vector<Question> found;
  for (const Question& question : filters) {
    const bool offered = std::ranges::all_of(question.filter, [](const auto& variable) {
      return variable.first != "programme" && variable.second.size() == 1;
    });
    if (offered && !question.filter.empty()) found.push_back(question);
  }
  return found;
}

std::vector<Files> AttackedService::publish(const World& world) {
  world_ = &world;
  const Round& round = world.rounds.front();
  std::vector<app::RosterSchool> roster;
  for (const Site& site : round.frame) roster.push_back(roster_school(site));
  round_ = std::make_unique<web::RoundUnderTest>(
      house_, roster, [&round](const std::string& school, const std::string&, const std::string& area) {
        const auto site = std::ranges::find(round.frame, school, &Site::school);
        return site->scores[*area_of(area)];
      });
  for (const Site& site : round.frame)
    if (site.responded) round_->attest(site.school);
  round_->close();
  round_->begin_checks();
  house_.clock.pass(15 * base::one_day);
  EXPECT_EQ(round_->freeze().status, 303);
  const Site& reader = round.frame[static_cast<std::size_t>(round.units.front().sites.front())];
  Files files;
  for (const char* name : {"release.json", "blocks.csv", "table.csv", "norms.csv", "spread.csv", "items.csv"})
    if (const std::string bytes =
            read(browser_of(reader), "/rounds/2026/schools/" + reader.school + "/release/" + name);
        !bytes.empty())
      files[name] = bytes;
  return {files};
}

AreaFigures AttackedService::peer_means(int, const Site& asker, const Question& question) {
  const std::string target = "/rounds/2026/schools/" + asker.school + "/compare" + query_of(question);
  ask_json_ = !ask_json_;
  const std::string body = read(browser_of(asker), target, ask_json_);
  return ask_json_ ? figures_of_json(body) : figures_of_page(body);
}

Finding AttackedService::read_as_analyst() {
  Finding finding{"T9", "files of single blocks and schools, asked for by an analyst", 0, 0, 0, 100};
  auto analyst = round_->office(assessment::OfficeRole::analyst);
  reader_.clear();
  const std::string results = "/office/rounds/2026/results";
  for (const bool json : {false, true}) EXPECT_NE(read(*analyst, results, json), "");
  for (const char* name : {"norms.csv", "spread.csv", "items.csv"}) read(*analyst, results + "/" + name);
  for (const char* name : {"release.json", "blocks.csv", "table.csv"}) {
    ++finding.looked;
    if (analyst->get(results + "/" + name).status == 200) ++finding.found;
  }
  return finding;
}

std::string AttackedService::read(web::BrowserUnderTest& browser, const std::string& target, bool json) {
  const web::Shown shown = json ? browser.json(target) : browser.get(target);
  search(shown.body);
  return shown.status == 200 ? shown.body : "";
}

void AttackedService::search(const std::string& body) {
  auto& search = searches_[reader_];
  if (!search) search = std::make_unique<ByteSearch>(scores_but_of(world_->rounds.front(), reader_), 3);
  ++bodies_.looked;
  if (!search->sightings(body).empty()) ++bodies_.found;
}

web::BrowserUnderTest& AttackedService::browser_of(const Site& asker) {
  auto& browser = browsers_[asker.school];
  if (!browser) browser = round_->dean(asker.school);
  reader_ = asker.school;
  return *browser;
}

}  // namespace smm::attacks
