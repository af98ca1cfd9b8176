// SPDX-License-Identifier: Apache-2.0
// Nothing that a demo leaves for one school tells anything of another. The same demo runs twice; the second
// time one school, the canary, says something else in several areas, so little that the release (bins of
// block means) stays the same. Then every other file has to be the same too, to the last coordinate of a
// picture. That scores which did not move are nowhere either is searched for by their value.
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "demo_output.hpp"

namespace smm::program {
namespace {

const std::string canary_demo = "demo --headless --schools 18 --out ";
const std::string release_file = "release-synthetic-2026.json";

using Texts = std::map<std::string, std::string>;

Texts without_school(Texts texts, const std::string& code) {
  std::erase_if(texts,
                [&](const auto& file) { return file.first.find("/" + code + "-") != std::string::npos; });
  return texts;
}

std::vector<std::string> differing(const Texts& one, const Texts& other) {
  std::vector<std::string> names;
  for (const auto& [name, text] : one) {
    // A machine that is busy may not get every PDF printed.
    const bool printed = name.ends_with(".pdf");
    if (!other.contains(name) ? !printed : other.at(name) != text) names.push_back(name);
  }
  return names;
}

std::string report_name(const std::string& code, const char* ending = ".json") {
  return "reports/" + code + "-synthetic-2026" + ending;
}

// Rows of an answer file: a better answer in each of `most_areas` areas, from the `first` on.
std::string better_answers(const base::Document& report, const std::string& code, std::size_t first,
                           std::size_t most_areas) {
  std::set<std::string> seen;
  std::string rows = "school_id,programme,item_id,state,value\n";
  for (const base::Document& answer : *report.find("answers")->list()) {
    const base::Document* next = answer.find("next");
    if (next == nullptr || next->is_null() || word_at(*next, "words").find("(year ") != std::string::npos)
      continue;
    // Steps of a number, and all boxes at once, are no value to write.
    const std::string option = word_at(*next, "option");
    if (option.empty() || option == "all" || option.starts_with("step_")) continue;
    if (!seen.insert(word_at(answer, "area")).second) continue;
    if (seen.size() > first && seen.size() <= first + most_areas)
      rows += code + "," + word_at(answer, "programme") + "," + word_at(answer, "item") + ",answered," +
              option + "\n";
  }
  return rows;
}

// Own scores of a report, with what they are scores of.
std::string own_scores(const std::string& folder, const std::string& code) {
  std::string scores;
  const base::Document report = json_in(folder, report_name(code));
  for (const base::Document& standing : *report.find("standings")->list())
    scores += word_at(standing, "id") + " " + word_at(*standing.find("own"), "score") + "\n";
  return scores;
}

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

// Numbers with four decimals of which the last is no 0: 71.3397. By hand, since pages are long and regular
// expressions slow.
std::set<std::string> long_numbers(const std::string& text) {
  std::set<std::string> found;
  for (std::size_t point = text.find('.'); point != std::string::npos; point = text.find('.', point + 1)) {
    std::size_t begin = point;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    std::size_t end = point + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    if (begin < point && end == point + 5 && text[end - 1] != '0')
      found.insert(text.substr(begin, end - begin));
  }
  return found;
}

// Thirds, sevenths, twelfths: what a score of one area or of a few may come to in any school.
bool is_simple(const std::string& number) {
  const double value = std::stod(number);
  for (int parts = 1; parts <= 60; ++parts)
    if (std::abs(value * parts - std::round(value * parts)) < 0.00006 * parts) return true;
  return false;
}

// Overall scores and their bounds, as far as only one school has them, by the number: whose they are. (Scores
// of areas are simple fractions, which many schools have.)
std::map<std::string, std::string> telling_scores(const std::string& folder) {
  std::map<std::string, std::set<std::string>> owners;
  for (const std::string& code : reported_codes(folder)) {
    const base::Document report = json_in(folder, report_name(code));
    const base::Document& overall = report.find("standings")->list()->front();
    EXPECT_EQ(word_at(overall, "level"), "overall");
    for (const char* figure : {"score", "lower", "upper"})
      for (const std::string& number : long_numbers(word_at(*overall.find("own"), figure)))
        owners[number].insert(code);
  }
  std::map<std::string, std::string> telling;
  for (const auto& [number, codes] : owners)
    if (codes.size() == 1 && !is_simple(number)) telling[number] = *codes.begin();
  return telling;
}

// "file: number of school", for every telling score in a file that is not its school's.
std::vector<std::string> leaks(const Texts& texts, const std::map<std::string, std::string>& telling) {
  std::vector<std::string> found;
  for (const auto& [name, text] : texts)
    for (const std::string& number : long_numbers(text)) {
      const auto owner = telling.find(number);
      if (owner == telling.end() || name.find("/" + owner->second + "-") != std::string::npos) continue;
      found.push_back(name + ": " + number + " of " + owner->second);
    }
  return found;
}

class CanaryDemos {
 public:
  CanaryDemos() {
    const Outcome first = folder.smm(canary_demo + folder.path("one"));
    EXPECT_EQ(first.code, 0) << first.err;
    canary = reported_codes(folder.path("one"), "-dental").front();
    const auto report = json_in(folder.path("one"), report_name(canary));
    // A bin's edge may be near: then with other questions.
    for (std::size_t attempt = 0; attempt < 5 && !same_release; ++attempt)
      run_again(better_answers(report, canary, attempt * 2, attempt < 2 ? 3 : 1));
  }

  const Folder folder;
  std::string canary;
  bool same_release = false;

 private:
  void run_again(const std::string& answers) {
    std::filesystem::remove_all(folder.path("two"));
    const Outcome again =
        folder.smm(canary_demo + folder.path("two") + " --answers " + folder.write("answers.csv", answers));
    EXPECT_EQ(again.code, 0) << again.err << answers;
    same_release = folder.read("one/" + release_file) == folder.read("two/" + release_file);
  }
};

void expect_nothing_moved_elsewhere(const CanaryDemos& demos) {
  const std::string one = demos.folder.path("one");
  const std::string two = demos.folder.path("two");
  EXPECT_NE(own_scores(one, demos.canary), own_scores(two, demos.canary)) << "the canary said nothing";
  const Texts before = without_school(texts_in(one), demos.canary);
  Texts after = without_school(texts_in(two), demos.canary);
  EXPECT_GT(before.size(), 150u);
  EXPECT_EQ(differing(before, after), std::vector<std::string>());
  // Were one coordinate of one picture drawn from the canary's score, it would be seen.
  const std::string other = report_name(reported_codes(one, "-dental").back(), ".html");
  std::string& page = after.at(other);
  page.insert(page.find("</svg>"), "<circle cx=\"71\"/>");
  EXPECT_EQ(differing(before, after), std::vector<std::string>{other});
}

void expect_no_score_of_another(const std::string& folder) {
  Texts texts = texts_in(folder);
  const auto telling = telling_scores(folder);
  EXPECT_GT(telling.size(), reported_codes(folder).size() / 2);
  EXPECT_EQ(leaks(texts, telling), std::vector<std::string>());
  const auto& [number, owner] = *telling.begin();
  for (const char* kind : {"-adn", "-dental"}) {
    const std::string other = report_name(reported_codes(folder, kind).back(), ".html");
    if (other.find(owner) != std::string::npos) continue;
    texts.at(other) += "<!-- " + number + " -->";
    EXPECT_EQ(leaks(texts, telling).size(), 1u);
    return;
  }
}

TEST(DemoCanary, SingsInItsOwnFilesAlone) {
  const CanaryDemos demos;
  ASSERT_TRUE(demos.same_release) << "other questions have to be tried";
  expect_nothing_moved_elsewhere(demos);
  expect_no_score_of_another(demos.folder.path("one"));
}

}  // namespace
}  // namespace smm::program
