# Brings what the tests in FROM need from npm into INTO, by the lock file in FROM, and says plainly
# which of PROGRAMS is missing (a list with commas). It runs before every such test.
cmake_minimum_required(VERSION 3.25)

string(REPLACE "," ";" programs "npm,${PROGRAMS}")
set(missing)
foreach(program IN LISTS programs)
  find_program(found_${program} ${program} PATHS /usr/lib/libreoffice/program)
  if(NOT found_${program})
    list(APPEND missing ${program})
  endif()
endforeach()
if(missing)
  list(JOIN missing ", " missing)
  message(FATAL_ERROR "The tests in ${FROM} need ${missing}: scripts/install-packages clients")
endif()

# Nothing is fetched where the same lock file has been installed before.
file(SHA256 ${FROM}/package-lock.json lock)
set(stamp ${INTO}/node_modules/installed)
if(EXISTS ${stamp})
  file(READ ${stamp} installed)
  if(installed STREQUAL lock)
    return()
  endif()
endif()
file(COPY ${FROM}/package.json ${FROM}/package-lock.json DESTINATION ${INTO})
execute_process(COMMAND ${found_npm} ci --ignore-scripts --no-audit --no-fund
  WORKING_DIRECTORY ${INTO} COMMAND_ERROR_IS_FATAL ANY)
file(WRITE ${stamp} ${lock})
