// SPDX-License-Identifier: Apache-2.0
// A tool under attack: it publishes rounds and answers deans. What it gives here is all that an attack may
// read, beside the public frame and the colluders' own scores.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "world.hpp"

namespace smm::attacks {

using Files = std::map<std::string, std::string>;  // name, bytes

// Peers by list (school ids) or by filter (variable to the values it may have); one of both.
struct Question {
  std::vector<std::string> peers;
  std::map<std::string, std::vector<std::string>> filter;
};

using AreaFigures = std::vector<std::optional<double>>;  // by area; none where withheld

class Tool {
 public:
  virtual ~Tool() = default;
  // All files of each round, in order. The world must outlive what is asked afterwards.
  virtual std::vector<Files> publish(const World& world) = 0;
  // What the dean of a site reads as mean of the peers, in the round's areas.
  virtual AreaFigures peer_means(int round, const Site& asker, const Question& question) = 0;
};

// The usual rule: exact means of any group of at least `fewest` units that completed the area. No files.
std::unique_ptr<Tool> minimum_size_tool(int fewest);

// The same rule with means rounded to `step` points.
std::unique_ptr<Tool> rounding_tool(int fewest, double step);

// Units of a round that a question is about: by their profession and public variables, or by their schools.
std::vector<int> matching(const Round& round, const std::string& profession, const Question& question);

// Every combination of public variables, each with any value, with one, or with any set of its values where
// there are no more than three: the questions that a form of check boxes can ask.
std::vector<Question> all_filters(const Round& round, const std::string& profession);

}  // namespace smm::attacks
