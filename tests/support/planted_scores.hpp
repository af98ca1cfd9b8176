// SPDX-License-Identifier: Apache-2.0
// Scores that can be recognized wherever they come out: no two alike, each with four decimals that no mean of
// bins has. Given a text, tells which of them stand in it. On a page, whose figures are whole points, a
// number of two decimals is enough, or a coordinate of a picture; among data, which have means of bins with
// all their decimals, it takes three.
#pragma once

#include <cmath>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace smm::test {

enum class Printed { page, data };

class PlantedScores {
 public:
  static constexpr std::size_t areas = 16;

  explicit PlantedScores(std::size_t schools) : schools_(schools) {}

  // From 20 to 80.
  double of(std::size_t school, std::size_t area) const {
    const double step = 60.0 / static_cast<double>(schools_ * areas);
    const std::size_t place = (area * 7 + school * 5) % areas;  // so that areas do not rank schools alike
    const double score = 20 + step * static_cast<double>(school * areas + place);
    return std::round(score * 100) / 100 + 0.0037;
  }

  // Those of other schools than `own`, as they stand in the text.
  std::set<std::string> found_in(std::string_view text, std::size_t own,
                                 Printed printed = Printed::page) const {
    std::set<std::string> found;
    for (const std::string& number : numbers_of(text))
      for (std::size_t school = 0; school < schools_; ++school)
        for (std::size_t area = 0; school != own && area < areas; ++area)
          if (tells(number, of(school, area), printed)) found.insert(number);
    return found;
  }

 private:
  static bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

  // With a decimal point, each once.
  static std::set<std::string> numbers_of(std::string_view text) {
    std::set<std::string> numbers;
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
      if (end == at) {
        ++at;
        continue;
      }
      const std::string number(text.substr(at, end - at));
      if (number.find('.') != std::string::npos) numbers.insert(number);
      at = end;
    }
    return numbers;
  }

  // Is it the score, or where pictures would draw it, to as many decimals as it has?
  static bool tells(const std::string& number, double score, Printed printed) {
    const std::size_t decimals = number.size() - number.find('.') - 1;
    const double value = std::strtod(number.c_str(), nullptr);
    const double close = 0.51 * std::pow(10, -static_cast<double>(std::min<std::size_t>(decimals, 4)));
    const bool page = printed == Printed::page;
    const bool score_itself = decimals >= (page ? 2 : 3) && std::abs(value - score) < close;
    const bool coordinate = page && decimals >= 1 && std::abs(value - (10 + 3 * score)) < close;
    return score_itself || coordinate;
  }

  std::size_t schools_;
};

}  // namespace smm::test
