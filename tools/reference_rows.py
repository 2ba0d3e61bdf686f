"""One small run of every trainer and every strategy, and a pretraining, to compare bit for bit across a change of the code.

    python tools/reference_rows.py write                # run all, and write tools/reference_rows.jsonl
    python tools/reference_rows.py compare [NAME ...]   # run them again, and say what differs

Numbers hold on one kind of machine and with one thread: on another machine write the rows at the old revision first.
"""
import json
import os
import sys
import tempfile
import warnings
from pathlib import Path

os.environ['OMP_NUM_THREADS'] = '1'
os.environ['ALPLAY_RUNS'] = tempfile.mkdtemp()
warnings.simplefilter('ignore')
import numpy as np
import torch
from alplay.acquire.base import STRATEGIES
from alplay.core import read_jsonl
from alplay.loop import EncoderConfig, Run, RunConfig

ROWS = Path(__file__).with_name('reference_rows.jsonl')
SMALL = dict(dataset='digits', train_size=300, n_start=20, query_size=5, n_rounds=3, updates=20, batch_size=8,
             device='cpu', mc_samples=3)
TRAINERS = ['supervised', 'fixmatch', 'mixup', 'learning_loss', 'finetune']
OPTIONS = dict(lookahead=dict(updates=50, engine='first_order'), rnd=dict(updates=50), albl=dict(strategies=['margin', 'random']))


def configurations():
    "Name and parameters of each run"
    for trainer in TRAINERS:
        more = dict(encoder='none') if trainer=='finetune' else {}
        yield f'trainer {trainer}', SMALL | dict(trainer=trainer, strategy='margin') | more
    for strategy in [*sorted(STRATEGIES), 'margin+k_center']:
        more = dict(trainer='learning_loss') if strategy=='learning_loss' else {}
        yield f'strategy {strategy}', SMALL | dict(strategy=strategy, strategy_options=OPTIONS.get(strategy, {})) | more


def measured(row):
    "What a row says of the result: no times, no hashes of the configuration"
    return {k: v for k,v in row.items() if not k.endswith('_s') and not k.startswith('check/')}


def run(params):
    "The rounds of a run, and the ids that it asked for"
    run = Run(RunConfig(**params), tempfile.mkdtemp())
    run.go(quiet=True)
    rounds = [measured(r) for r in read_jsonl(run.folder/'rounds.jsonl')]
    return dict(rounds=rounds, ids=[r['id'] for r in read_jsonl(run.folder/'acquired.jsonl')])


def tensors(obj):
    "All tensors in a file of weights, in their order"
    if isinstance(obj, torch.Tensor): yield obj
    elif isinstance(obj, dict): yield from (t for v in obj.values() for t in tensors(v))


def pretraining():
    "Sums of the weights of an encoder"
    path = EncoderConfig(dataset='digits', train_size=300, epochs=2, evals=1, batch_size=64, device='cpu').go(tempfile.mkdtemp())
    weights = torch.load(path, weights_only=True)
    return dict(sums=[float(np.abs(t.double().numpy()).sum()) for t in tensors(weights)])


def results(names=()):
    "All rows, or those of some names, as they come"
    jobs = [*((name, lambda p=p: run(p)) for name,p in configurations()), ('pretraining', pretraining)]
    for name,job in jobs:
        if not names or name in names: yield json.loads(json.dumps(dict(name=name, **job())))


def main(what, *names):
    torch.set_num_threads(1)
    if what=='write':
        with open(ROWS, 'w', encoding='utf-8') as f:
            for row in results(): f.write(json.dumps(row)+'\n')
        return 0
    known, off = {r['name']: r for r in read_jsonl(ROWS)}, 0
    for row in results(names):
        same = known.get(row['name'])==row
        off += not same
        print('same   ' if same else 'DIFFERS', row['name'], flush=True)
    print(f'{off} differ')
    return int(off>0)


if __name__=='__main__':
    if sys.argv[1:2] not in (['write'], ['compare']): sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
