// SPDX-License-Identifier: Apache-2.0
#include "web/routes/answer_words.hpp"

#include "report/answer_words.hpp"

namespace smm::web {

std::string answer_words(const instrument::Item& item, const assessment::GivenAnswer& given,
                         const render::Texts& texts) {
  return report::answer_words(item, given.state, given.value, texts);
}

}  // namespace smm::web
