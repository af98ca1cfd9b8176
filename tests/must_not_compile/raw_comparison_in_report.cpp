// SPDX-License-Identifier: Apache-2.0
// A report takes figures of other schools that passed the gate, and no others.
// room: report
// expect: invalid initialization of reference
// expect: no matching constructor
// expect: no viable conversion
#include "report/comparison_file.hpp"

std::string printed(const smm::benchmark::Publishable<smm::benchmark::Comparison>& passed) {
#ifdef MUST_NOT_COMPILE
  return smm::report::comparison_text({*passed});
#else
  return smm::report::comparison_text({passed});
#endif
}
