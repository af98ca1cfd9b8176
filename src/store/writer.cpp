// SPDX-License-Identifier: Apache-2.0
#include "store/writer.hpp"

#include <future>

namespace smm::store {

void Writer::save(Work work) {
  // Shared, because the writer's thread may still be inside set_value when this one goes on.
  const auto saved = std::make_shared<std::promise<void>>();
  submit(std::move(work), [saved](std::exception_ptr failure) {
    if (failure)
      saved->set_exception(failure);
    else
      saved->set_value();
  });
  saved->get_future().get();
}

}  // namespace smm::store
