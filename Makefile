# make demo   learning curves from scratch     make test   every check and test
# Needs Python 3.11 or newer, pip and PyPI; everything goes into .venv. Another Python: make PYTHON=/path/to/python ...

VENV   ?= .venv
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python3.14 python; do \
            "$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$p"; break; }; done)
JOBS   ?= $(shell "$(VENV)/bin/python" -c 'import os; print(max(1, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()))' 2>/dev/null || echo 1)
RUNS    = $${ALPLAY_RUNS:-runs}
BIN     = $(VENV)/bin
SETUP   = settings.ini setup.py
export PIP_DISABLE_PIP_VERSION_CHECK ?= 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test docs lab bench clean

help: ## what there is to make
	@sed -n 's/^\([a-z]*\): .*## \(.*\)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

demo: $(VENV)/.stamp-demo ## run the demo sweep and draw its learning curves (minutes; a second time, seconds)
	@$(BIN)/alplay_sweep sweeps/quickstart_full.yaml --jobs $(JOBS)
	@$(BIN)/alplay_sweep sweeps/quickstart.yaml --jobs $(JOBS)
	@$(BIN)/alplay_report "$(RUNS)/quickstart"

test: $(VENV)/.stamp-dev ## run every check and test; ends with 'N passed, N failed'
	@$(BIN)/alplay_test

docs: $(VENV)/.stamp-dev ## build the website into _docs/
	@$(BIN)/alplay_docs

lab: $(VENV)/.stamp-lab ## open the notebooks in JupyterLab
	@$(BIN)/jupyter lab --notebook-dir=.

bench: $(VENV)/.stamp-bench ## measure the speed of the parts against their peers
	@mkdir -p "$(RUNS)"
	@$(BIN)/papermill --cwd . sweeps/benchmark.ipynb "$(RUNS)/benchmark.ipynb"
	@echo "results: $(RUNS)/benchmark.ipynb"

clean: ## remove what was built; runs/, data and .venv stay
	@rm -rf _docs _proc build dist .pytest_cache alplay.egg-info nbs/nbdev.yml nbs/sidebar.yml nbs/sidebar.yml.bak
	@find alplay nbs sweeps -name __pycache__ -o -name .ipynb_checkpoints | xargs rm -rf

# A stamp is written only after all of an installation went well; newer settings ask for it again.
$(VENV)/.stamp-venv:
	@"$(BIN)/python" -m pip --version >/dev/null 2>&1 || { \
	  test -n "$(PYTHON)" || { echo "No Python 3.11 or newer was found. Install one, or name it: make PYTHON=/path/to/python ..."; exit 1; }; \
	  echo "making $(VENV) with $(PYTHON)"; \
	  "$(PYTHON)" -m venv --clear "$(VENV)" || { echo "$(PYTHON) could not make it (on Debian: apt install python3-venv)"; exit 1; }; }
	@touch $@

$(VENV)/.stamp-demo: $(SETUP) | $(VENV)/.stamp-venv
	@echo "installing alplay (some minutes the first time)"
	@$(BIN)/python -m pip install -q -e .
	@touch $@

$(VENV)/.stamp-dev: $(SETUP) | $(VENV)/.stamp-venv
	@echo "installing alplay and its tools (some minutes the first time)"
	@$(BIN)/python -m pip install -q -e '.[dev]'
	@touch $(VENV)/.stamp-demo $@

$(VENV)/.stamp-bench: $(SETUP) | $(VENV)/.stamp-venv
	@echo "installing alplay and its peers (some minutes the first time)"
	@$(BIN)/python -m pip install -q -e '.[bench]'
	@touch $(VENV)/.stamp-demo $@

$(VENV)/.stamp-lab: $(VENV)/.stamp-dev
	@echo "installing JupyterLab"
	@$(BIN)/python -m pip install -q jupyterlab
	@touch $@
