// SPDX-License-Identifier: Apache-2.0
#include "oracle_routes.hpp"

#include <algorithm>
#include <stdexcept>

namespace smm::test {
namespace {

using Words = std::vector<std::string>;

Words words_in(const std::string& route) {
  Words words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(word);
    word.clear();
  };
  for (const char c : route) {
    if (c == ' ' || c == '\n' || c == ',') {
      finish();
    } else if (c == '(' || c == ')') {
      finish();
      words.emplace_back(1, c);
    } else if (c != '\'') {
      word += c;
    }
  }
  finish();
  return words;
}

std::string plain(bool holds) {
  return holds ? "true" : "false";
}

// Any `strong` decides; else unknown, else absent, else the other.
std::string joined(const std::vector<std::string>& truths, const std::string& strong,
                   const std::string& weak) {
  const auto any = [&](const std::string& truth) {
    return std::find(truths.begin(), truths.end(), truth) != truths.end();
  };
  for (const std::string& truth : {strong, std::string("unknown"), std::string("absent")}) {
    if (any(truth)) return truth;
  }
  return weak;
}

class Reading {
 public:
  Reading(Words words, const RouteLookup& lookup) : words_(std::move(words)), lookup_(lookup) {}

  std::string either() {
    std::vector<std::string> truths = {both()};
    while (take("or")) truths.push_back(both());
    return truths.size() == 1 ? truths[0] : joined(truths, "true", "false");
  }

  bool finished() const { return at_ == words_.size(); }

 private:
  std::string both() {
    std::vector<std::string> truths = {one()};
    while (take("and")) truths.push_back(one());
    return truths.size() == 1 ? truths[0] : joined(truths, "false", "true");
  }

  std::string one() {
    if (take("not")) {
      const std::string truth = one();
      return truth == "true" ? "false" : truth == "false" ? "true" : truth;
    }
    if (take("(")) {
      std::string truth = either();
      need(")");
      return truth;
    }
    return comparison();
  }

  std::string comparison() {
    const bool counting = peek() == "count" && at_ + 1 < words_.size() && words_[at_ + 1] == "(";
    if (counting) at_ += 2;
    RouteWord word = lookup_(next());
    if (counting) need(")");
    if (counting && word.standing == "known") word.number = static_cast<double>(word.chosen.size());
    if (word.standing != "known") {
      skip_operand();
      return word.standing;
    }
    return compared(word);
  }

  void skip_operand() {
    if (take("in")) {
      while (next() != ")") continue;
    } else if (!finished() && is_operator(peek())) {
      at_ += 2;
    }
  }

  static bool is_operator(const std::string& word) {
    for (const char* known : {"==", "!=", "<", "<=", ">", ">=", "includes"}) {
      if (word == known) return true;
    }
    return false;
  }

  std::string compared(const RouteWord& word) {
    if (take("in")) {
      bool found = false;
      for (std::string option = next(); option != ")"; option = next())
        found = found || word.chosen.contains(option);
      return plain(found);
    }
    if (finished() || !is_operator(peek())) return plain(word.chosen.contains("yes"));
    const std::string sign = next();
    const std::string right = next();
    if (word.number) return plain(holds(*word.number, sign, std::stod(right)));
    return plain(word.chosen.contains(right) != (sign == "!="));
  }

  static bool holds(double left, const std::string& sign, double right) {
    if (sign == "==") return left == right;
    if (sign == "!=") return left != right;
    if (sign == "<") return left < right;
    if (sign == "<=") return left <= right;
    return sign == ">" ? left > right : left >= right;
  }

  const std::string& peek() const { return words_.at(at_); }
  std::string next() { return words_.at(at_++); }
  bool take(const std::string& word) {
    const bool there = !finished() && peek() == word;
    at_ += there ? 1 : 0;
    return there;
  }
  void need(const std::string& word) {
    if (!take(word)) throw std::runtime_error("the oracle cannot read this route");
  }

  Words words_;
  const RouteLookup& lookup_;
  std::size_t at_ = 0;
};

}  // namespace

std::string truth_of(const std::string& route, const RouteLookup& lookup) {
  Reading reading(words_in(route), lookup);
  std::string truth = reading.either();
  if (!reading.finished()) throw std::runtime_error("the oracle cannot read the route " + route);
  return truth;
}

std::set<std::string> names_in(const std::string& route,
                               const std::function<bool(const std::string&)>& is_name) {
  std::set<std::string> names;
  const Words words = words_in(route);
  for (std::size_t i = 0; i < words.size(); ++i) {
    // A word right of a comparison is an option, even where an item has the same id.
    const bool right = i > 0 && (words[i - 1] == "==" || words[i - 1] == "!=" || words[i - 1] == "includes");
    if (!right && is_name(words[i])) names.insert(words[i]);
  }
  return names;
}

}  // namespace smm::test
