// SPDX-License-Identifier: Apache-2.0
#include "web/routes/refusal_words.hpp"

namespace smm::web {

std::string refusal_words(const base::Problem& problem, const instrument::Item& item,
                          const assessment::GivenAnswer& given, const render::Texts& texts) {
  const std::string key = "refusal." + std::string(problem.code);
  const std::string_view kind = problem.code == "reason_missing" ? instrument::to_string(given.state)
                                                                 : instrument::to_string(item.type);
  for (const std::string& each : {key + "." + std::string(kind), key + ".else"}) {
    if (texts.has(each)) return texts(each, {{"most", std::to_string(item.max_length.value_or(0))}});
  }
  return problem.sentence;
}

}  // namespace smm::web
