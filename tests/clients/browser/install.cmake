# Brings what the browser tests need from npm into BUILD/browser, by the lock file, and says plainly
# which program is missing. It runs before every test of a page.
cmake_minimum_required(VERSION 3.25)
set(here ${CMAKE_CURRENT_LIST_DIR})
set(into ${BUILD}/browser)

set(missing)
foreach(program node npm chromium)
  find_program(${program} ${program})
  if(NOT ${program})
    list(APPEND missing ${program})
  endif()
endforeach()
if(missing)
  list(JOIN missing ", " missing)
  message(FATAL_ERROR "The browser tests need ${missing}: scripts/install-packages clients")
endif()

# Nothing is fetched where the same lock file has been installed before.
file(SHA256 ${here}/package-lock.json lock)
set(stamp ${into}/node_modules/installed)
if(EXISTS ${stamp})
  file(READ ${stamp} installed)
  if(installed STREQUAL lock)
    return()
  endif()
endif()
file(COPY ${here}/package.json ${here}/package-lock.json DESTINATION ${into})
execute_process(COMMAND ${npm} ci --ignore-scripts --no-audit --no-fund
  WORKING_DIRECTORY ${into} COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${stamp} ${lock})
