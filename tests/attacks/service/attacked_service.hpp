// SPDX-License-Identifier: Apache-2.0
// A world's first round, frozen by the service, and what its people read of it: the bodies of pages, their
// JSON and files, each kept so that it can be searched.
#pragma once

#include "byte_search.hpp"
#include "finding.hpp"
#include "round_under_test.hpp"
#include "tool.hpp"

namespace smm::attacks {

class AttackedService final : public Tool {
 public:
  explicit AttackedService(test::InstallationUnderTest& house) : house_(house) {}

  // Freezes the round, and reads its files as the dean of the first unit.
  std::vector<Files> publish(const World& world) override;

  // The peers' figures of the comparison page, which every other time is asked for as JSON.
  AreaFigures peer_means(int round, const Site& asker, const Question& question) override;

  // What an analyst of the office may read, and whether what is not for analysts is refused.
  Finding read_as_analyst();

  // Bodies that were read so far in which scores of others stand, in any form.
  Finding scores_in_bodies() const { return bodies_; }

 private:
  std::string read(web::BrowserUnderTest& browser, const std::string& target, bool json = false);
  void search(const std::string& body);
  web::BrowserUnderTest& browser_of(const Site& asker);

  test::InstallationUnderTest& house_;
  std::unique_ptr<web::RoundUnderTest> round_;
  std::map<std::string, std::unique_ptr<web::BrowserUnderTest>> browsers_;
  std::map<std::string, std::unique_ptr<ByteSearch>> searches_;  // by who reads; nobody: ""
  const World* world_ = nullptr;
  std::string reader_;
  Finding bodies_{"T9", "planted scores in pages, JSON and files of the service", 0, 0, 0, 100};
  bool ask_json_ = false;
};

// Areas' peer figures as the page and its JSON print them; nothing where there is none.
AreaFigures figures_of_page(const std::string& html);
AreaFigures figures_of_json(const std::string& json);

// One value of each variable at most, of those that the page filters by.
std::vector<Question> filters_of_page(const std::vector<Question>& filters);

}  // namespace smm::attacks
